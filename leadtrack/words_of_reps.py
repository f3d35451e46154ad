"""What the words for those who look after leads mean, in seven languages."""

REPS = {
    "owner": """
owner, vertreter, chargé de compte, chargé d affaires, chargé de clientèle, gestor, gestor de cuenta, handelsvertreter,
funzionario, ejecutivo de cuenta, owned by, rep, sales rep, sales representative, salesrep, salesperson, sales person,
sales agent, agent, assigned to, assigned agent, assigned rep, assigned user, assignee, assigned, handled by, managed
by, account manager, accountmanager, account executive, account owner, record owner, record manager, sales owner, sales
manager, inhaber, zuständig, zuständiger, betreuer, kundenbetreuer, bearbeiter, verantwortlich, verantwortlicher,
vertriebsmitarbeiter, verkäufer, außendienst, responsable, comercial, comercial asignado, commercial, vendeur,
propriétaire, vendedor, asesor, ejecutivo, propietario, responsável, proprietário, corretor, agente, venditore,
responsabile, commerciale, eigenaar, verantwoordelijke, verkoper, asignado a, assigné à, attribué à, zugewiesen an,
assegnato a, toegewezen aan, owner name, proprietario, slsrep, sls rep, salesrp, slsman, salesman, saleswoman, salesmen,
salespeople, slsp, slspn, slsprsn, sales exec, sales executive, sales consultant, sales advisor, sales adviser, sales
associate, sales contact, sales user, responsible user, responsible person, responsible rep, person responsible, lead
owner, lead manager, lead assigned to, assigned user name, assigned owner, assigned salesperson, assigned sales rep,
allocated to, given to, handler, looked after by, worked by, account mgr, acct mgr, acct manager, acct exec, acct rep,
account rep, account manager name, relationship manager, client manager, customer manager, customer success manager,
csm, case manager, case owner, lead handler, sdr, bdr, bdm, ae, isr, business development manager, business development
rep, territory manager, territory rep, area sales manager, our rep, our contact, our agent, internal owner, crm owner,
record owner name, sales agent name, sales team member, vertriebler, vertriebskontakt, vertriebsbeauftragter,
vertriebspartner, aussendienstmitarbeiter, innendienstmitarbeiter, interner ansprechpartner, unser ansprechpartner,
sachbearbeiter, sachbearbeiterin, zuständigkeit, zuständige person, zugeordnet, zugewiesen, zugeordnet zu, zugeteilt,
kontaktinhaber, leadinhaber, kundenbetreuung, kundenberater, kundenberaterin, account betreuer, betreut von, betreuerin,
verkaufsberater, verkaufsleiter, gebietsleiter, gebietsverkaufsleiter, responsable commercial, responsable du compte,
responsable compte, commercial en charge, commercial attribué, attaché commercial, attribué, affecté à, géré par,
conseiller commercial, gestionnaire, propriétaire du lead, propriétaire du contact, en charge, responsable de cuenta,
responsable comercial, agente comercial, agente de ventas, asesor comercial, asesor de ventas, ejecutivo de ventas,
ejecutivo comercial, ejecutiva, gestor comercial, comercial responsable, asignado, atendido por, gestionado por,
propietario del lead, delegado comercial, vendedor asignado, representante de ventas, atribuído a, atribuído para,
atribuído, consultor comercial, consultor de vendas, responsável comercial, responsável pelo lead, representante
comercial, representante de vendas, vendedor responsável, gerente de conta, executivo de contas, executivo de vendas,
atendente, proprietário do lead, responsabile commerciale, responsabile vendite, agente di vendita, agente commerciale,
commerciale di riferimento, consulente commerciale, assegnato, assegnatario, gestito da, seguito da, incaricato,
proprietario del lead, rappresentante, addetto vendite, accountbeheerder, relatiebeheerder, contactbeheerder,
klantbeheerder, vertegenwoordiger, toegewezen, behandelaar, verantwoordelijk, verantwoordelijke verkoper, commercieel
medewerker, buitendienst, suivi par, behandeld door, responsible, ansprechpartner intern, vertrieb, resp, resp
commercial, resp comercial, resp commerciale, vend resp, verantw, zust, zuständ, ma vertrieb, négociateur, négociatrice,
dealt with by, pris en charge par, traité par, bearbeitet von, seguito commercialmente da, opgevolgd door, attended by,
responsável atendimento, quem atendeu, lead assignee, dono, dono do lead, dueño, dueño del lead, staff assigned,
assigned staff, staff member, staff name, admissions lead, agente di zona, agente de zona, agent de secteur, capoarea,
capo area, agente inmobiliario, asignado por, commercial référent, référent commercial, titular comercial, gerente
comercial, assessor, assessor comercial, assessora, standmitarbeiter, standpersonal, messemitarbeiter, rep name, rep
assigned, sold by, quoted by, vertegenwoordiger naam, contacteigenaar, leadeigenaar, dealeigenaar, eigenaar van lead,
responsable du lead, responsable de la cuenta, responsable del lead, responsável pela conta, responsabile lead,
responsabile cliente, responsabile account, assegnato all agente, intermediário, bd rep, company rep, company
representative, listing rep, lead rep, rep on lead, field sales rep, sales team rep, sales contact name, deal rep, sales
counselor, sales counsellor, sales designer, acct owner, accnt owner, account exec, sales mgr, ad mitarbeiter, account
executive name, acct executive, who is working, working rep, sales staff, sales team, sales lead rep, lead agent,
primary agent, primary rep, onze contactpersoon, contactpersoon intern, unser kontakt, notre contact, nuestro contacto,
nosso contato, nostro contatto, account lead, rep code, rep initials, booth rep, booth staff, team member, internal
contact, agent immobilier, technico commercial, responsável pelo atendimento, collaborateur, mitarbeiter vertrieb,
relationship mgr, segue, seguito, chi segue, seguita da, in carico a, wer kümmert sich, kümmert sich, wer macht das, wer
macht, macht wer, wer betreut, wird betreut von, qui s en occupe, s en occupe, qui gère, qui suit, quién lo lleva, lo
lleva, lleva, quien atiende, lo atiende, quem cuida, quem atende, quem está atendendo, chi se ne occupa, wie volgt op,
wie doet, wie behandelt, who is on it, who's on it, on it, who has it, who owns, whose lead, atty assigned, assigned
atty, assigned attorney, attorney assigned, lead owner alias, owner alias, solicitor assigned, assigned solicitor,
assigned gift officer, prospect manager, assigned 2, assigned technician, assigned tech, assigned broker, assigned
lender, assigned lo, assigned advisor, assigned counselor, assigned recruiter, assigned consultant, assigned estimator,
assigned planner, assigned coordinator, bd agent name, up owner, floor rep, floor salesperson, acc manager, acct
manager, accnt manager, accmgr, acctmgr, acc mgr, acc mngr, acc exec, acc rep, acc owner, slsp name, sls person, slsmn,
slsrep name, sales p, salesp, account verantwoordelijke, accounthouder, key account manager, verkäufer in,
verkaufsmitarbeiter, aussendienst ma, außendienst mitarbeiter, aussendienst mitarbeiter, comercial resp, resp com, resp
comm, vend, vendedora, venditrice, commercial resp, comercial encargado, comercial que atiende, ejecutivo asignado,
asesor asignado, gestor da conta, gestor de conta, gestor de cliente, gestor responsável, técnico comercial, tecnico
commerciale, ag commerciale, who calling, whos calling, whos calling em, whos calling them, who handling, whos handling,
who handling it, who chasing, whos chasing, who following up, whos following up, who got it, whos got it, who dealing,
whos dealing, who looking after, whos looking after it, besitzer, leadbesitzer, lead eigentümer, leadeigentümer,
kontakteigentümer, datensatzeigentümer, propriétaire de la piste, titolare lead, titolare del lead, titolare contatto,
titolare account, eigenaar contactpersoon, looking after, looks after, wer ruft an, wer macht s, wie pakt op, wie pakt
het op, wie belt, wie doet het, qui rappelle, quién la lleva, la lleva, quem está cuidando, chi lo segue, chi richiama,
commercial affecté, commerciale assegnato, hubspot owner, usuario responsable, usuário responsável, utilisateur
responsable, verantwortlicher benutzer, utente responsabile, verantwoordelijke gebruiker, sales guy, sales gal,
salesguy, sales dude
""",
    # Trades of people who look after leads: the owner, where few of them take turns down the column.
    "staff": """
producer, loan officer, mlo, lo, loan originator, originator, mortgage consultant, mortgage advisor, counselor,
counsellor, admissions counselor, admissions counsellor, admissions rep, admissions officer, admissions advisor,
enrollment counselor, enrollment advisor, enrolment advisor, recruiter, liaison, physician liaison, advisor, adviser,
financial advisor, financial adviser, insurance advisor, insurance agent, travel advisor, design consultant, designer,
consultant, estimator, canvasser, closer, setter, appointment setter, coordinator, intake coordinator, intake
specialist, care coordinator, patient coordinator, product specialist, planner, event planner, leasing agent, leasing
consultant, listing agent, buyer agent, buyers agent, broker, telemarketer, fundraiser, field rep, field agent,
representative, reps, inside sales, outside sales, service advisor, service writer, bdc agent, berater, beraterin,
versicherungsmakler, makler, adviseur, makelaar, conseiller, conseillère, courtier, consulente, consultor, corredor,
delegado, encargado, representante, asesora, promotor, captador, delegato, promotore, innendienst, binnendienst, area
manager, regional manager, telefonista, operatore, operador, opérateur, teleoperador, télévendeur, téléconseiller, gift
officer, development officer, relationship officer, program officer, enrollment officer, account officer, sales officer,
credit officer, customer advisor, client advisor, customer success, success manager, care manager, member advisor, sales
specialist, mortgage specialist, sales coordinator, csr, admissions staff, admissions contact, admissions team member,
admissions tutor, registrar, agent in charge, sales lead name, surveyor, salon manager, showroom consultant, kitchen
designer, dealt with, taken over by, taken by, met by, spoke to, spoke with, knocked by, hosted by, greeter, lead taken
by, entered for, talked to, who met them, besprochen mit, empfangen von, reçu par, rencontré par, atendido na feira por,
seguito in fiera da, bd agent, adm, idm, kam, asm, rsm, vkl, gvl, rvl, vkb, gkm, bdc, bdc manager, setter name, closer
name, canvasser name, tour w, tour with, toured by, tour by, tour given by, shown by, shown around by, cial, ccial,
recrutador, recrutadora, reclutador, reclutadora, recruteur, recruteuse, recruiterin, selecionador, selecionadora,
selezionatore, selezionatrice, consultora
""",
}
