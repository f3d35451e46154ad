"""Common given names of Europe and the Americas, folded to ASCII: what tells a column of people from other words."""

_NAMES = """
aaron abby abdul adam adrian ahmed aisha alan albert alejandro alex alexander alexandra alfred ali alice
alicia alison allen amanda amber amir amit amy ana andre andrea andreas andrew andy angel angela anil anita
anja ann anna anne annette anthony antoine antonio april arjun arthur ashley barbara beatriz ben benjamin
bernard beth betty beverly bill billy bob bonnie brad bradley brandon brenda brian bruce bruno bryan caleb
camille carl carla carlos carmen carol carolina caroline carolyn catherine cathy cecile charles charlotte
chris christian christina christine christoph christopher cindy claire clara claudia colin connie craig
crystal cynthia daniel daniela danielle david dawn deborah debra deepak denise dennis derek diana diane diego
dieter dominik don donald donna doris dorothy douglas dylan earl edith eduardo edward eileen elena eli
elizabeth ellen emily emma enrique eric erica erik erin ernest esther ethan eugene eva evan evelyn fabian
fatima felipe felix fernando florian frances francesca francesco francis francisco francois frank frederic
friedrich gabriel gary george gerald gerhard gina giovanni giulia giuseppe gloria gordon grace greg gregory
guillaume gustavo hannah hans harold harry heather hector heidi heike heinz helen helene helga henry holger
holly howard hugo ian ines ingrid irene isabel isabella ivan jack jackie jacob jacqueline jaime james jamie
jan jane janet janice jason javier jay jean jeff jeffrey jennifer jens jeremy jerry jesse jessica jesus jill
jim jimmy joan joanna joao joe joel johan johanna john johnny jon jonas jonathan jordan jorge jose joseph
joshua joyce juan juanita judith judy julia julian julie juliette jurgen justin karen karin karl kate
katharina katherine kathleen kathryn kathy katie katja kavita keith kelly ken kenneth kevin kim kimberly klaus
kristen kumar kurt kyle lara larry laura lauren laurent lawrence lea lee leo leon leonardo leslie lillian
linda lisa lois lori lorraine louis louise luc luca lucas lucia lucy luis luisa lukas luke manfred manuel
manuela marc marcel marcia marco marcus margaret maria marie mario marion mark markus marta martha martin mary
mason mateo mathieu matt matteo matthew matthias maureen maurice max megan melanie melissa michael michel
michelle miguel mike mohamed mohammed monica monika monique nadia nancy natalia natalie nathalie nathan neil
nicholas nick nicolas nicole nina noah nora norma olga oliver olivia omar oscar otto pablo pamela paolo pascal
patricia patrick paul paula paulo pedro peggy peter petra phil philip philipp philippe phillip phyllis pierre
priya rachel rafael rahul rainer raj rajesh ralf ralph ramon raul ray raymond rebecca renate rene ricardo
richard rick rita rob robert roberto robin rodrigo roger roland ron ronald rosa rose ross roy ruth ryan sabine
sally sam samantha samuel sandra sanjay sara sarah scott sean sebastian sergio sharon sheila shirley simon
simone sofia sonia sophia sophie stefan stefanie stephanie stephen steve steven stuart sue sunil sunita susan
susanne suzanne sven sylvia tamara tanya tara ted teresa terry theresa theodore thomas tiffany tim timothy
tina todd tom tony tracy travis tyler ulrich ursula uwe valentina valerie vanessa vera veronica vicki victor
victoria vikram vincent virginia walter wanda wayne wendy werner wilhelm william willie wolfgang xavier
yolanda yvonne zachary zoe
"""
GIVEN_NAMES = frozenset(_NAMES.split())
