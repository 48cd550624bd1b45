// Written by Scripts/embed from the tables in Sources/Topics/Resources. Change those, and run it again.

/// The tables of the built-in vocabulary, byte for byte.
enum BuiltInTables {
    static let topics: StaticString = ##"""
# Topics, one a line, columns separated by tabs; the first line without a number sign names the columns.
# id          lower-case words joined by hyphens; never changed once published
# code        one to six capital letters, digits or hyphens, for narrow columns; unique
# broader     the id of the topic above it; empty for a root
# related     ids of topics that often come with it, separated by |; a relation is written once and holds both ways
# provisions  separated by |: TREATY:ARTICLE, or TREATY:FIRST-LAST for a range of numbers
# label_xx    the preferred label in the language xx; alt_xx: other labels, hidden_xx: labels to match but not to show, separated by |
# How a label matches is written before it:
#   (nothing)  by its stems, whatever the case
#   =          exactly as written, upper and lower case included: acronyms, and names that are common words too
#   ~          a common word, which never suffices alone (may stand before =)
# Labels other than English were mostly not checked by a reader of the language.
id	code	broader	related	provisions	label_en	alt_en	label_fr	alt_fr	label_es	alt_es	label_ru	alt_ru	label_zh	label_ar	alt_zh	alt_ar
cybercrime	CYBER			UNCC:1-21|BC:2-13|MALABO:29-31	Cybercrime	cyber crime|cyber-crime|computer crime|computer-related crime|e-crime|internet crime|online crime|high-tech crime|cybercriminal|cybercriminals|cyber-enabled crime|cyber-dependent crime|criminal use of ICT	cybercriminalité		ciberdelincuencia		киберпреступность		网络犯罪	الجريمة السيبرانية
illegal-access	ACCESS	cybercrime		UNCC:7|BC:2|USC:18:1030|USC:18:2701|MALABO:29	Illegal access (hacking)	hacking|hack|hacked|hackers|hacker|unauthorized access|unauthorised access|unlawful access|illegal access|computer intrusion|network intrusion|~break-in|account compromise|without authorization|exceeds authorized access|access without right|computer trespass|unauthorized intrusion|cyber intrusion|computer hacking|hacked account|~intruder|~intruders|~intrusion|broke into	accès illégal		acceso ilícito		противозаконный доступ		非法访问	الوصول غير المشروع
illegal-interception	INTERC	cybercrime		UNCC:8|BC:3|USC:18:2510	Illegal interception	eavesdropping|wiretapping|packet sniffing|man-in-the-middle|man in the middle|adversary-in-the-middle|=AiTM|=MITM|intercepted communications|unlawful interception	interception illégale		interceptación ilícita		противозаконный перехват		非法拦截	الاعتراض غير المشروع
data-interference	DATINT	cybercrime		UNCC:9|BC:4|USC:18:1030	Interference with electronic data	data interference|data destruction|data tampering|~wiper|wiper malware|data corruption|data deletion|data manipulation|destructive malware|data wiping|wiped data|deleted data|overwritten data|deletion of data|sabotaged data	atteinte à l'intégrité des données		interferencia en los datos		воздействие на данные		干扰电子数据	التدخل في البيانات الإلكترونية
system-interference	SYSINT	cybercrime		UNCC:10|BC:5|USC:18:1030	Interference with an ICT system	system interference|computer sabotage|service disruption|cyber sabotage|disruptive attack|outage attack	atteinte à l'intégrité du système		interferencia en el sistema		воздействие на функционирование системы		干扰信息和通信技术系统	التدخل في نظام تكنولوجيا معلومات واتصالات
ddos	DDOS	system-interference		UNCC:10|BC:5	Denial-of-service attacks	DDoS|DoS attack|distributed denial of service|distributed denial-of-service|denial of service|booter|stresser|booter service|traffic flood|denial-of-service attack|volumetric attack|DDoS-for-hire site	attaque par déni de service		ataque de denegación de servicio		DDoS-атака		拒绝服务攻击	هجوم الحرمان من الخدمة
misuse-of-devices	TOOLS	cybercrime	cybercrime-as-a-service	UNCC:11|BC:6|USC:18:1029	Misuse of devices (hacking tools)	misuse of devices|hacking tools|hacking tool|exploit kit|stolen credentials market|initial access broker|=IAB|access broker|dual-use tools|Cobalt Strike|infostealer market|password theft tool	abus de dispositifs		abuso de los dispositivos		противозаконное использование устройств		滥用设备	إساءة استخدام الأجهزة
malware	MALWAR	cybercrime		UNCC:9|UNCC:10|UNCC:11|BC:4|BC:5|BC:6	Malware	malicious software|malicious code|trojan|Trojan horse|banking trojan|infostealer|info-stealer|information stealer|~loader|rootkit|~worm|backdoor|remote access trojan|=RAT|keylogger|spyware implant|computer virus|malicious program|malicious app|malicious payload|malware strain|malware campaign|stealer|malicious installer	logiciel malveillant		programa malicioso		вредоносная программа		恶意软件	البرمجيات الخبيثة
ransomware	RANSOM	cybercrime		UNCC:9|UNCC:10|UNCC:13|UNCC:17|BC:4|BC:5|BC:8	Ransomware and cyber extortion	ransomware|ransomware-as-a-service|=RaaS|ransom|ransom demand|ransom payment|cyber extortion|cyberextortion|double extortion|data extortion|crypto-locker|leak site|LockBit|BlackCat|ALPHV|Cl0p|=Clop|=Conti|REvil|=Akira|extortion|ransom note|ransomware gang|decryption key|decryptor|decryption tool|encrypted files|file-encrypting malware|paid the ransom|ransomware attack|demanded payment|demanded ransom|extort|extorted|encrypted data|locked files|pay the ransom|data held hostage|decrypt files|pay hackers|demand money|demanded money|encrypts files|held for ransom	rançongiciel		ransomware		программы-вымогатели		勒索软件	برامج الفدية
botnets	BOTNET	malware	ddos	UNCC:10|UNCC:11|BC:5|BC:6	Botnets	botnet|zombie network|command-and-control|C2 server|proxy botnet|residential proxy network|Mirai|Qakbot|Emotet|TrickBot	réseau zombie		botnet		ботнет		僵尸网络
cybercrime-as-a-service	CAAS	cybercrime		UNCC:11|UNCC:19|BC:6|BC:11	Cybercrime as a service	cybercrime-as-a-service|=CaaS|crime-as-a-service|malware-as-a-service|=MaaS|phishing-as-a-service|=PhaaS|bulletproof hosting|criminal marketplace|underground forum|affiliate program|DDoS-for-hire|attack-for-hire|hack-for-hire|hackers for hire|crimeware|rented botnet
dark-web	DARK	cybercrime	cybercrime-as-a-service	UNCC:11|UNCC:17|BC:6	Dark web and criminal marketplaces	darknet|dark net|dark web|dark-web|darknet market|Tor hidden service|carding forum|Hydra Market|Genesis Market|BreachForums|RaidForums	web clandestin		red oscura		даркнет		暗网	الشبكة المظلمة
data-breach	BREACH	cybercrime	breach-notification|privacy-data-protection	UNCC:7|UNCC:8|BC:2|BC:3|GDPR:33|GDPR:34	Data breach and data theft	data breach|data breaches|breach of personal data|data theft|data leak|data leakage|stolen data|exposed records|exfiltration|data exfiltration|leaked database|security breach|breach|breached|compromised data|compromised records|compromised accounts|stolen records|stolen credentials|stolen personal information|exposed data|exposed database|exposed personal information|leaked data|leaked records|data dump|unauthorized disclosure|hacked database|stolen information|leaked information|exposed information|stolen personal data|stolen passwords|leaked credentials|leaked passwords|compromised credentials|compromised information|hacked accounts|privacy breach|privacy incident|data security incident|data exposure|unsecured database|misconfigured database|open database|stolen customer data|leak of data|stolen files|leaked documents|leaked files|stolen documents|breached database|copied data	violation de données		violación de datos		утечка данных		数据泄露	خرق البيانات
vulnerabilities	VULN	cybercrime	vulnerability-disclosure	CRA:13-14|NIS2:12|UNCC:11|BC:6	Software vulnerabilities and patching	vulnerability|software vulnerability|security vulnerability|security flaw|security hole|security bug|zero-day|zero-day vulnerability|zero-day exploit|exploited vulnerability|~exploit|exploit code|proof-of-concept exploit|=CVE|=CVSS|remote code execution|privilege escalation|buffer overflow|SQL injection|cross-site scripting|authentication bypass|unpatched|patch|security patch|security update|security fix|hotfix|patch management|out-of-band update|vulnerable version|known exploited vulnerabilities|flaw|~bug|~bugs|~weakness|~loophole|software bug|critical flaw|software flaw|actively exploited|exploited in the wild|exploit chain|exploit a vulnerability|exploited flaw|use-after-free|memory corruption|directory traversal|denial of service vulnerability|known vulnerability	vulnérabilités		vulnerabilidades		уязвимости		漏洞	الثغرات الأمنية
ict-forgery	FORGE	cybercrime		UNCC:12|BC:7	ICT-related forgery	computer-related forgery|document forgery|falsified data|digital forgery|forged electronic documents|website spoofing|spoofed site|deepfake|deepfakes|synthetic media	falsification informatique		falsificación informática		подлог с использованием компьютерных технологий		与信息和通信技术系统有关的伪造	التزوير المتعلق بنظام تكنولوجيا معلومات واتصالات
ict-fraud	ICTFRD	cybercrime		UNCC:13|BC:8|USC:18:1030|USC:18:1343	ICT-related theft or fraud	computer fraud|computer-related fraud|cyber fraud|cyber-enabled fraud|online fraud|internet fraud|online scam|cyberfraud|ICT-related theft|internet scam|cyber scam	fraude informatique		fraude informático		мошенничество с использованием компьютерных технологий		与信息和通信技术系统有关的盗窃或欺诈	السرقة أو الاحتيال المتعلقان بنظام تكنولوجيا معلومات واتصالات
csam	CSAM	cybercrime	grooming|child-rights	UNCC:14|BC:9|USC:18:2252A|MALABO:29	Online child sexual abuse or exploitation material	=CSAM|=CSEM|child sexual abuse material|child sexual abuse materials|child sexual exploitation material|child sexual abuse imagery|child pornography|online child exploitation|sexual exploitation of children|self-generated material|child abuse material|child abuse imagery|indecent images of children|child abuse images|child sexual abuse images|abuse images of children|child sexual abuse|images of child abuse	matériel d'abus sexuel d'enfants		material de abusos sexuales de niños		материалы со сценами сексуальных надругательств над детьми		儿童性虐待材料	مواد الاعتداء الجنسي على الأطفال أو استغلالهم جنسيا
grooming	GROOM	cybercrime		UNCC:15	Online grooming and solicitation of children	grooming|child grooming|online grooming|solicitation of a child|online enticement|sextortion of minors|sexual solicitation	sollicitation d'enfants à des fins sexuelles		captación de menores con fines sexuales					الاستدراج أو الاستمالة لغرض ارتكاب جريمة جنسية ضد طفل
intimate-images	NCII	cybercrime		UNCC:16	Non-consensual dissemination of intimate images	=NCII|non-consensual intimate images|nonconsensual intimate imagery|revenge porn|revenge pornography|image-based sexual abuse|=IBSA|intimate image abuse|sextortion|deepfake pornography|nudify|nude photos|nude photographs|nude images|intimate photos|intimate pictures|naked photos|explicit images	diffusion non consentie d'images intimes		difusión no consentida de imágenes íntimas				未经同意传播私密图像
copyright-offences	COPYR	cybercrime		BC:10	Copyright and related rights offences	online piracy|digital piracy|copyright infringement|IP theft|intellectual property crime|illegal streaming|counterfeit software	atteintes à la propriété intellectuelle
racism-xenophobia-online	RACISM	cybercrime		BC-P1:3|BC-P1:4|BC-P1:5|BC-P1:6|MALABO:29	Racist and xenophobic acts online	online hate speech|hate speech|xenophobic material|racist and xenophobic material|Holocaust denial|genocide denial	matériel raciste et xénophobe		material racista y xenófobo
nation-state-attacks	NATION	cybercrime		UNCC:5|UNCC:7|UNCC:10	Cyberwarfare and nation-state attacks	nation-state|nation state|state-sponsored|state-backed|cyberwarfare|cyber warfare|cyberespionage|cyber espionage|advanced persistent threat|=APT group|Volt Typhoon|Salt Typhoon|Lazarus Group|Sandworm|Midnight Blizzard|Fancy Bear|=APT28|=APT29|=APT33|=APT34|=APT38|=APT40|=APT41|=APT actor|state hackers|state actor|government hackers|government-backed|military hackers|~espionage|hostile state|cyber war|cyberwar|foreign intelligence service	cyberguerre		guerra cibernética		кибервойна		网络战	الحرب السيبرانية
cyberterrorism	TERROR	cybercrime		UNCC:4|UNTOC:3	Cyberterrorism and terrorist use of the internet	cyber terrorism|cyber-terrorism|terrorist use of the internet|online radicalization|terrorist content online	cyberterrorisme		ciberterrorismo		кибертерроризм		网络恐怖主义	الإرهاب السيبراني
attempt-complicity	ABET	cybercrime		UNCC:19|BC:11|UNCAC:27	Participation, attempt and complicity	aiding and abetting|accomplice|conspiracy to commit computer fraud|attempted hacking|co-conspirator|complicity|accessory to|attempted fraud|aided and abetted|abetting|accomplices	participation et tentative		participación y tentativa		участие и покушение		参与、未遂
legal-person-liability	LEGALP	cybercrime		UNCC:18|BC:12|UNTOC:10|UNCAC:26	Liability of legal persons	corporate liability|corporate criminal liability|liability of companies|company held liable|deferred prosecution agreement|non-prosecution agreement|corporate prosecution|corporate offender|liability of the company|held the company liable	responsabilité des personnes morales		responsabilidad de las personas jurídicas		ответственность юридических лиц		法人责任
prosecution-sanctions	PROSEC	cybercrime		UNCC:21|BC:13|UNTOC:11|UNCAC:30	Prosecution and sentencing	indicted|indictment|indictments|sentenced|sentencing|pleaded guilty|guilty plea|convicted|~conviction|unsealed charges|criminal charges|arraigned|prison term|adjudication|sanctions for offences|criminal conviction|prison sentence|suspended sentence|sentenced to|jailed|charged with|on trial|jury trial|found guilty	poursuites, jugement et sanctions		proceso, fallo y sanciones		преследование, вынесение судебного решения и санкции		起诉、审判和制裁
organized-crime	ORGCRM	cybercrime		UNTOC:5|UNTOC:3|UNCC:4	Transnational organized crime	organised crime|organized crime|organized criminal group|organised criminal group|transnational crime|=TOC|crime syndicate|criminal syndicate|cartel|mafia|UNTOC offences	criminalité transnationale organisée		delincuencia organizada transnacional		транснациональная организованная преступность		跨国有组织犯罪	الجريمة المنظمة عبر الوطنية
trafficking-smuggling	TRAFF	organized-crime		UNCC:4|UNTOC:5	Trafficking in persons and smuggling (scam compounds)	human trafficking|trafficking in persons|migrant smuggling|forced criminality|scam compound|scam compounds|scam center|scam centre|fraud factory|pig-butchering compound|trafficking in persons and smuggling|trafficked|forced labor|forced labour|trafficking victims|scam factory	traite des personnes		trata de personas		торговля людьми		贩运人口	الاتجار بالأشخاص
insider-threat	INSIDE	cybercrime		UNCC:7|BC:2|USC:18:1030	Insider threat	malicious insider|rogue employee|insider attack|insider theft|North Korean IT worker|fake IT worker|fraudulent remote worker|disgruntled employee|insider risk|rogue insider|dismissed employee|privileged user abuse|rogue administrator	menace interne		amenaza interna		внутренняя угроза		内部威胁
critical-infrastructure	INFRA	cybercrime		UNCC:10|NIS2:21|NIS2:23|BC:5	Attacks on critical infrastructure	critical infrastructure|critical national infrastructure|=CNI|operational technology|industrial control systems|=SCADA|power grid attack|water utility attack|hospital attack|OT security|power grid|water utility|energy sector|hospital network|hospital systems|electricity grid|water system|critical sector|industrial control system|attack on a hospital|attack on hospitals|critical services	infrastructures critiques		infraestructuras críticas		критическая инфраструктура		关键基础设施	البنية التحتية الحيوية
fraud-management	FRAUD			UNCC:13|BC:8|USC:18:1343	Fraud management	fraud|frauds|fraudster|fraudsters|fraud prevention|fraud detection|anti-fraud|antifraud|fraud risk management|financial fraud|fraud losses|scam|scammer|swindle|swindler	gestion de la fraude		gestión del fraude		мошенничество		欺诈	الاحتيال
phishing	PHISH	fraud-management	social-engineering|bec	UNCC:7|UNCC:12|UNCC:13|BC:7|BC:8	Phishing	spear phishing|spear-phishing|spearphishing|smishing|vishing|quishing|phishing kit|phishing email|credential phishing|credential harvesting|brand impersonation email|phisher|phishers|phished|phishing page|phishing site|phishing campaign|phishing attack|spoofed email|spoofed website|fake login page|lookalike domain|malicious attachment|malicious link|credential theft page|malicious email|fraudulent email|fake email|email scam|scam email|bogus email|phishing link|phishing message|fake website|fraudulent website|fake page|email spoofing|credential theft|harvest credentials|steal passwords|steal credentials|phish|~lure|~lures|malicious message|weaponized document|malicious document	hameçonnage		phishing		фишинг		网络钓鱼	التصيد الاحتيالي
social-engineering	SOCENG	fraud-management		UNCC:13|BC:8|USC:15:6821	Social engineering scams	social engineering|impersonation scam|impostor scam|imposter scam|tech support scam|help desk scam|pretexting|ClickFix|callback phishing|Scattered Spider|impersonation|impersonator|bank impersonation|phone scam|posing as|tricked into|pretending to be|claims to be from	ingénierie sociale		ingeniería social		социальная инженерия		社会工程	الهندسة الاجتماعية
bec	BEC	fraud-management	payment-fraud	UNCC:12|UNCC:13|BC:8|USC:18:1343	Business email compromise	=BEC|business e-mail compromise|CEO fraud|email account compromise|=EAC|invoice fraud|vendor email compromise|mandate fraud|payment diversion fraud|email compromise|fake invoice|invoice redirection|executive impersonation|fake CEO|changed bank details|spoofed executive|business email fraud	fraude au président				компрометация корпоративной электронной почты		商业电子邮件欺诈
account-takeover	ATO	fraud-management	identity-theft	UNCC:7|UNCC:13|BC:2|BC:8	Account takeover fraud	=ATO|account takeover|account-takeover|credential stuffing|SIM swap|SIM swapping|SIM-swap|password spraying|session hijacking|MFA bypass|MFA fatigue|account hijacking|hijacked account|takeover of accounts|stolen login|stolen password|account hijack|SIM hijacking	prise de contrôle de compte		apropiación de cuentas		захват учетной записи		账户接管
identity-theft	IDTHFT	fraud-management		UNCC:13|UNCC:12|USC:18:1028|USC:18:1028A|CFR:16:681	Identity theft and synthetic identity fraud	identity theft|identity fraud|stolen identity|synthetic identity|synthetic identity fraud|new account fraud|new-account fraud|impersonation of identity|ID theft|personal data misuse|identity thief|stolen identities|identity fraudster|loans taken out in the name	usurpation d'identité		usurpación de identidad		хищение личных данных		身份盗用	سرقة الهوية
payment-fraud	PAYFRD	fraud-management	victim-reimbursement	UNCC:13|BC:8|USC:18:1343|CFR:12:1005|PCIDSS:3	Payment fraud	payments fraud|wire fraud|ACH fraud|authorized push payment fraud|=APP fraud|push payment scam|P2P fraud|Zelle fraud|faster payments fraud|SWIFT heist|unauthorized transfer|=APP scam|authorized push payment|push payment fraud|instant payment fraud|unauthorized transaction|unauthorized payment|fraudulent transfer|fraudulent payment	fraude aux paiements		fraude en los pagos		платежное мошенничество		支付欺诈
card-fraud	CARD	payment-fraud		UNCC:13|USC:18:1029|PCIDSS:3|PCIDSS:6	Card and card-not-present fraud	credit card fraud|card fraud|card-not-present|CNP fraud|carding|~skimming|e-skimming|Magecart|card skimmer|stolen cards|chargeback fraud	fraude à la carte bancaire		fraude con tarjetas		мошенничество с банковскими картами		银行卡欺诈
atm-pos-fraud	ATM	payment-fraud		UNCC:13|USC:18:1029|PCIDSS:9	ATM and POS fraud	ATM fraud|ATM jackpotting|jackpotting|ATM cash-out|cash-out attack|point-of-sale malware|=POS malware|black box attack|~shimming	fraude aux distributeurs automatiques
crypto-fraud	CRYPTO	fraud-management	money-laundering	UNCC:13|UNCC:17|UNCC:31|FATF:R.15	Cryptocurrency fraud and theft	cryptocurrency fraud|crypto scam|crypto theft|crypto heist|virtual asset|virtual assets|=VASP|crypto mixer|~mixer|~tumbler|Tornado Cash|rug pull|wallet drainer|DeFi hack|cross-chain bridge hack|cryptocurrency theft|cryptocurrency scam|stolen cryptocurrency|bitcoin scam|stolen bitcoin|crypto fraud|bitcoin theft|stolen crypto|wallet theft	fraude aux cryptomonnaies		fraude con criptomonedas		мошенничество с криптовалютой		加密货币欺诈
investment-scams	INVEST	fraud-management	trafficking-smuggling	UNCC:13|USC:18:1343	Investment and romance scams	investment scam|investment fraud|romance scam|romance fraud|confidence fraud|pig-butchering|pig butchering scam|Ponzi scheme|advance-fee fraud|advance fee scam|419 scam|fake trading platform|fake investment|pyramid scheme|trading scam|fake trading app|promised returns|guaranteed returns	escroquerie aux placements		estafa de inversión		инвестиционное мошенничество		投资诈骗
check-fraud	CHECK	fraud-management		USC:18:1344	Check and deposit fraud	check fraud|cheque fraud|check washing|mail theft check|remote deposit fraud|counterfeit checks|~kiting	fraude aux chèques		fraude con cheques				支票欺诈
insurance-healthcare-fraud	INSUR	fraud-management		USC:18:1343	Insurance, health care and benefits fraud	health care fraud|healthcare fraud|Medicare fraud|insurance fraud|unemployment fraud|benefits fraud|pandemic relief fraud|PPP fraud|tax refund fraud	fraude à l'assurance		fraude de seguros				保险欺诈
money-mules	MULES	fraud-management	money-laundering	UNCC:17|UNTOC:6|USC:18:1956	Money mules and cash-out	money mule|money mules|mule account|mule accounts|drop account|cash-out network|funnel account|~mule|~mules|mule recruitment|mule network	mule financière
online-marketplace-fraud	ECOMM	fraud-management		UNCC:13|BC:8	E-commerce and advertising fraud	e-commerce fraud|ecommerce fraud|refund fraud|gift card fraud|ad fraud|click fraud|fake online store|ticket scam|fake shop|fake web shop|online shopping scam|advertising fraud	fraude au commerce électronique
fraud-analytics	DETECT	fraud-management	payment-fraud	UNCC:53|FATF:R.15|CFR:31:1020.220	Fraud detection and analytics	fraud analytics|transaction monitoring|behavioral biometrics|behavioural biometrics|device fingerprinting|risk scoring|fraud model|identity verification|liveness detection|confirmation of payee|fraud score|anomaly detection|behavioral analytics|fraud alerts	détection de la fraude		detección del fraude		выявление мошенничества		欺诈检测
victim-reimbursement	REIMB	fraud-management		UNCC:34|CFR:12:1005	Scam reimbursement and liability	~reimbursement|scam reimbursement|fraud reimbursement|liability shift|=Regulation E|=Reg E|refund victims|reimburse victims|reimburse customers|mandatory reimbursement|shared responsibility framework	indemnisation des victimes		reembolso a las víctimas
money-laundering	LAUNDR	fraud-management	aml-compliance	UNCC:17|UNTOC:6|UNTOC:7|UNCAC:14|UNCAC:23|FATF:R.3|USC:18:1956|USC:18:1957	Money laundering	laundering|money-laundering|laundering of proceeds|launder|laundered|illicit finance|illicit financial flows|proceeds of crime|dirty money|=ML/TF	blanchiment du produit du crime		blanqueo del producto del delito		отмывание доходов от преступлений		对犯罪所得的洗钱行为	غسل العائدات الإجرامية
compliance	COMPL			NIS2:21|DORA:5|GDPR:5|ISO27001:9	~Compliance	regulatory compliance|~regulation|~regulations|~regulator|~regulators|~regulatory|~standards|compliance program|compliance obligations|legal requirements|~supervision|compliance officer|compliance officers|compliance department|~comply|rules and regulations|compliance duties	conformité		cumplimiento		соблюдение требований		合规	الامتثال
treaty-law	TREATY	compliance		UNCC:57|UNCC:60|UNCC:64|UNCC:65|UNCC:66|BC:36|BC:37	Treaties and international law	treaty|treaties|~convention|international law|ratification|ratify|~accession|signatory|signatories|States Parties|~member states|~negotiations|~draft text|entry into force|General Assembly|Ad Hoc Committee|diplomatic conference|opened for signature|open for signature|opening for signature|entered into force|came into force|enter into force|in force since|been in force|signing ceremony|ratified|ratifications|instrument of ratification|multilateral treaty|treaty negotiations	droit des traités	ratification|entrée en vigueur|ouverte à la signature|entrera en vigueur|droit international	derecho de los tratados	ratificación|entrada en vigor|entrará en vigor|apertura a la firma|derecho internacional	право международных договоров	ратификация|вступление в силу|вступит в силу|вступает в силу|открыта для подписания|международный договор	条约法	قانون المعاهدات	批准书|开放供签署|生效条件	التصديق|حيز النفاذ|باب التوقيع
un-cybercrime-convention	UNCC	treaty-law	budapest-convention	UNCC:1-68	UN Convention against Cybercrime	UN cybercrime convention|UN cybercrime treaty|United Nations cybercrime convention|United Nations cybercrime treaty|United Nations Convention against Cybercrime|Hanoi Convention|=UNCC|cybercrime treaty|resolution 79/243|=A/RES/79/243|convention on countering the use of information and communications technologies for criminal purposes|resolution 74/247|UN treaty on cybercrime|United Nations cybercrime accord	Convention des Nations Unies contre la cybercriminalité		Convención de las Naciones Unidas contra la Ciberdelincuencia		Конвенция Организации Объединенных Наций против киберпреступности		联合国打击网络犯罪公约	اتفاقية الأمم المتحدة لمكافحة الجريمة السيبرانية
budapest-convention	BUDAP	treaty-law		BC:1-48	Budapest Convention on Cybercrime	Budapest Convention|Convention on Cybercrime|Council of Europe Convention on Cybercrime|ETS 185|CETS 185|=T-CY|Cybercrime Convention Committee|Council of Europe's cybercrime convention	Convention sur la cybercriminalité	Convention de Budapest	Convenio sobre la Ciberdelincuencia	Convenio de Budapest	Конвенция о компьютерных преступлениях	Будапештская конвенция	布达佩斯网络犯罪公约	اتفاقية بودابست بشأن الجريمة الإلكترونية
budapest-protocols	BUDPR	budapest-convention		BC-P1:1-16|BC-P2:1-25	Protocols to the Budapest Convention	Second Additional Protocol|First Additional Protocol|Additional Protocol to the Convention on Cybercrime|CETS 224|ETS 189	protocoles additionnels à la Convention de Budapest		Protocolos adicionales al Convenio de Budapest
untoc	UNTOC	treaty-law	organized-crime	UNTOC:1-41	UN Convention against Transnational Organized Crime	=UNTOC|Palermo Convention|UN Convention Against Organized Transnational Crime|United Nations Convention against Transnational Organized Crime	Convention des Nations Unies contre la criminalité transnationale organisée		Convención de las Naciones Unidas contra la Delincuencia Organizada Transnacional		Конвенция Организации Объединенных Наций против транснациональной организованной преступности		联合国打击跨国有组织犯罪公约	اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية
uncac	UNCAC	treaty-law		UNCAC:1-71	UN Convention against Corruption	=UNCAC|United Nations Convention against Corruption|Merida Convention|UN anti-corruption convention	Convention des Nations Unies contre la corruption		Convención de las Naciones Unidas contra la Corrupción		Конвенция Организации Объединенных Наций против коррупции		联合国反腐败公约	اتفاقية الأمم المتحدة لمكافحة الفساد
malabo-convention	MALABO	treaty-law		MALABO:1-38	AU Malabo Convention	Malabo Convention|African Union Convention on Cyber Security and Personal Data Protection|AU cybersecurity convention	Convention de l'Union africaine sur la cybersécurité et la protection des données à caractère personnel		Convenio de Malabo
national-legislation	NATLAW	compliance		USC:18:1030|UNCC:59|MALABO:25	National cybercrime legislation	cybercrime law|cybercrime bill|cyber law|~legislation|Computer Fraud and Abuse Act|=CFAA|Computer Misuse Act|Cybercrimes Act|=IT Act|bill introduced|Congress passed|~lawmakers|hacking law|anti-hacking law|cybercrime statute|~statute|~bill|national law|cybersecurity law|cybersecurity bill	législation nationale		legislación nacional		национальное законодательство		国家立法	التشريعات الوطنية
privacy-data-protection	PRIVCY	compliance		GDPR:5|GDPR:6|GDPR:32|UNCC:36|BC-P2:14|MALABO:13	Privacy and data protection law	data protection|=GDPR|General Data Protection Regulation|=CCPA|=CPRA|privacy law|data privacy|personal data|data protection authority|=DPA|supervisory authority|=LGPD|right to privacy|data protection officer|data subject|data controller|subject access request|personal information protection|privacy regulator|data protection law|privacy rights	protection des données à caractère personnel		protección de datos personales		защита персональных данных		保护个人数据	حماية البيانات الشخصية
breach-notification	NOTIFY	compliance		GDPR:33|GDPR:34|NIS2:23|DORA:19|CRA:14|USC:6:681b	Breach and incident notification	breach notification|incident reporting|incident notification|~72-hour|notify regulators|=8-K|Item 1.05|=CIRCIA|reporting obligations|~early warning|breach disclosure|notify affected individuals|notify customers|notify the authority|breach notice|notification letters|notification deadline|mandatory reporting|incident report|report the incident|report a breach|within 72 hours|notified customers|notification of a breach	notification des violations de données		notificación de violaciones		уведомление об утечке данных		数据泄露通知
nis2	NIS2	compliance	breach-notification	NIS2:20|NIS2:21|NIS2:23|NIS2:34	NIS2 Directive	=NIS2|=NIS 2|Network and Information Security Directive|Directive 2022/2555|essential entities|important entities	directive SRI 2		Directiva SRI 2
dora	DORA	compliance	governance-risk	DORA:5-6|DORA:17-19|DORA:24|DORA:26|DORA:28	Digital Operational Resilience Act	=DORA|Regulation 2022/2554|digital operational resilience|ICT third-party risk|threat-led penetration testing|=TLPT	règlement DORA		Reglamento DORA
cyber-resilience-act	CRA	compliance	vulnerability-disclosure	CRA:13|CRA:14|CRA:24	Cyber Resilience Act and product security	=CRA|Cyber Resilience Act|Regulation 2024/2847|products with digital elements|secure by design|software bill of materials|=SBOM|product security	règlement sur la cyberrésilience		Reglamento de Ciberresiliencia
glba-safeguards	GLBA	compliance		USC:15:6801|USC:15:6802|CFR:16:314|CFR:23NYCRR:500	GLBA and financial privacy rules	=GLBA|Gramm-Leach-Bliley|Gramm-Leach-Bliley Act|FTC Safeguards Rule|Safeguards Rule|Regulation S-P|=NYDFS|23 NYCRR 500|=FFIEC
aml-compliance	AML	compliance		FATF:R.10|FATF:R.15|FATF:R.16|FATF:R.20|FATF:R.29|UNTOC:7|UNCAC:14|UNCAC:58|USC:31:5318|CFR:31:1020.320	AML/CFT compliance	=AML|anti-money laundering|anti-money-laundering|=AML/CFT|=BSA|Bank Secrecy Act|FinCEN|=FATF|Financial Action Task Force|suspicious activity report|=SAR|suspicious transaction report|=STR|travel rule|financial intelligence unit|=FIU|money laundering controls|anti-money laundering rules|suspicious transaction|suspicious activity|cash reporting|money laundering reporting	lutte contre le blanchiment d'argent		lucha contra el blanqueo de dinero		противодействие отмыванию денег		反洗钱	مكافحة غسل الأموال
kyc	KYC	aml-compliance		FATF:R.10|FATF:R.24|CFR:31:1020.220|UNCAC:52	Know your customer and due diligence	=KYC|know your customer|know-your-customer|customer due diligence|=CDD|beneficial ownership|onboarding checks|customer identification program|=CIP|enhanced due diligence	connaissance du client		conocimiento del cliente		знай своего клиента		了解你的客户	اعرف عميلك
terrorist-financing	CFT	aml-compliance	cyberterrorism	FATF:R.5|FATF:R.6|UNCC:4	Terrorist financing	financing of terrorism|terrorism financing|terror financing|=CFT|counter-terrorist financing|=TF risk	financement du terrorisme		financiación del terrorismo		финансирование терроризма		资助恐怖主义	تمويل الإرهاب
sanctions-regime	SANCT	compliance		FATF:R.6|FATF:R.7	Economic sanctions	=OFAC|sanctioned entity|sanctions list|SDN list|designated by Treasury|sanctions evasion|asset freeze|cyber sanctions|sanctions violation|sanctions case|sanctioned individual|imposed sanctions|sanctions screening|blocked persons|sanctions compliance|sanctions against	sanctions économiques		sanciones económicas		экономические санкции		经济制裁	العقوبات الاقتصادية
security-standards	SECSTD	compliance		ISO27001:6|ISO27001:A.5|PCIDSS:12|NISTCSF:GV	Security standards and frameworks	ISO 27001|ISO/IEC 27001|PCI DSS|PCI standards|NIST CSF|NIST Cybersecurity Framework|=SOC 2|CIS Controls|NIST 800-53|=CMMC|FedRAMP|certification scheme|security certification|security framework|security standard|certified to ISO 27001|FedRAMP authorization|authority to operate	normes de sécurité		normas de seguridad		стандарты безопасности		安全标准	معايير الأمن
governance-risk	RISK	compliance		NISTCSF:GV|NIS2:20|DORA:5|DORA:28|ISO27001:5	Governance and risk management	~governance|risk management|cyber risk|board oversight|~=CISO|third-party risk|third party risk|vendor risk|supply chain risk|risk assessment|cyber insurance|supplier risk|risk register|ICT risk|concentration risk|operational risk|business continuity|third-party provider|risk appetite|incident response plan	gouvernance et gestion des risques		gobernanza y gestión de riesgos		управление рисками		治理与风险管理	الحوكمة وإدارة المخاطر
enforcement-fines	FINES	compliance		GDPR:83|NIS2:34|CRA:64|DORA:50	Regulatory enforcement and fines	enforcement action|consent order|civil penalty|administrative fine|~settlement|~settles|fined|~penalty|class action|litigation|lawsuit|~fine|~fines|fine of|fines of|imposed a fine|regulatory fine|monetary penalty|sued by regulator|penalty of	sanctions administratives		multas administrativas		административные штрафы		行政罚款
information-sharing	SHARE	compliance		UNCC:55|USC:6:1503|USC:6:1504|NIS2:29|DORA:45	Cyber threat information sharing	information sharing|threat intelligence sharing|CISA 2015|Cybersecurity Information Sharing Act|=ISAC|=FS-ISAC|threat indicators|indicators of compromise|public-private partnership|threat sharing|sharing threat information|share threat information|sharing of indicators|liability protection for sharing	échange d'informations		intercambio de información		обмен информацией		信息交流	تبادل المعلومات
vulnerability-disclosure	CVD	compliance		UNCC:11|UNCC:53|BC:6|NIS2:12|CRA:13|CRA:14	Vulnerability disclosure and security research	vulnerability disclosure|coordinated vulnerability disclosure|=CVD|bug bounty|responsible disclosure|zero-day disclosure|penetration testing|good-faith security research|safe harbor|ethical hacking|authorized testing|disclosure policy|vulnerability report|vulnerability reporting|reported vulnerability|bug report|disclosure program|disclosure page|disclosure deadline|advisory credit	divulgation coordonnée des vulnérabilités		divulgación coordinada de vulnerabilidades		раскрытие уязвимостей		漏洞披露
prevention	PREV	compliance		UNCC:53|UNTOC:31|UNCAC:13	Prevention and awareness	preventive measures|~prevention|cyber hygiene|awareness raising|security awareness|public awareness campaign|education and training|crime prevention|awareness campaign|security training|security tips|crime prevention campaign|awareness training	mesures préventives		medidas preventivas		меры по предупреждению		预防措施	التدابير الوقائية
human-rights-safeguards	RIGHTS			UNCC:6|UNCC:21|UNCC:24|BC:15|BC-P2:13	Human rights safeguards	human rights|human-rights safeguards|fundamental freedoms|fundamental rights|civil liberties|~safeguards|human rights law|=ICCPR|Human Rights Watch|Amnesty International|rights groups|civil society	respect des droits de l'homme		respeto de los derechos humanos		уважение прав человека		尊重人权	احترام حقوق الإنسان
conditions-safeguards	SAFEG	human-rights-safeguards	procedural-powers	UNCC:24|BC:15|BC-P2:13|EEVID:18	Conditions and safeguards on powers	conditions and safeguards|judicial review|independent review|judicial authorization|warrant requirement|~proportionality|necessity and proportionality|effective remedy|due process|grounds justifying application|judicial approval|judicial oversight|independent oversight|prior authorization|rule of law|notification of the person concerned|legal safeguards	conditions et sauvegardes		condiciones y salvaguardias		условия и гарантии		条件和保障措施	الشروط والضمانات
freedom-of-expression	SPEECH	human-rights-safeguards	journalists-whistleblowers	UNCC:6	Freedom of expression and press	freedom of expression|free speech|freedom of speech|press freedom|freedom of the press|freedom of opinion|censorship|political dissent|dissidents|criminalize speech|overcriminalization|freedom to seek receive and impart information|free expression|content removal|~censor	liberté d'expression		libertad de expresión		свобода выражения мнений		表达自由	حرية التعبير
journalists-whistleblowers	PRESS	human-rights-safeguards		UNCC:6|UNCC:33|UNCAC:33	Journalists, whistleblowers and activists	~journalist|~journalists|whistleblower|whistleblowers|~activists|human rights defenders|confidential sources|protection of sources|reporting persons|~reporter|~reporters|spying on journalists|surveillance of journalists|targeted journalists|investigative journalist|protection of journalists	journalistes et lanceurs d'alerte		periodistas y denunciantes		журналисты		记者	الصحفيون
security-researchers	RESRCH	human-rights-safeguards	vulnerability-disclosure	UNCC:7|UNCC:11|UNCC:53|BC:6	Protection of security researchers	security researchers|security researcher|security research|good faith research|ethical hackers|white hat|white-hat|penetration testers|criminalize security research	chercheurs en sécurité		investigadores de seguridad		исследователи безопасности		安全研究人员
surveillance	SURV	human-rights-safeguards	journalists-whistleblowers	UNCC:24|UNCC:29|UNCC:30|BC:20|BC:21	State surveillance and spyware	surveillance|mass surveillance|police surveillance|government surveillance|spyware|~=Pegasus|NSO Group|commercial spyware|bulk collection|surveillance powers|Pegasus spyware|facial recognition|bulk surveillance|surveillance law|surveillance technology|mercenary spyware	surveillance		vigilancia		слежение		监视	المراقبة
child-rights	CHILD	human-rights-safeguards		UNCC:14|UNCC:15	Rights of the child	children's rights|best interests of the child|=CRC|selfies by minors|criminalization of children|minors charged|Convention on the Rights of the Child	droits de l'enfant		derechos del niño		права ребенка		儿童权利	حقوق الطفل
victims	VICTIM	human-rights-safeguards		UNCC:34|UNTOC:25|UNCAC:32	Assistance to and protection of victims	victim assistance|victim support|victim protection|victims of cybercrime|~survivors|compensation to victims|takedown of content|compensation of victims|victim compensation|support for victims|help for victims	assistance et protection des victimes		asistencia y protección a las víctimas		помощь потерпевшим и их защита		帮助和保护被害人	مساعدة الضحايا وحمايتهم
witness-protection	WITNES	human-rights-safeguards	victims	UNCC:33|UNTOC:24|UNCAC:32	Protection of witnesses	witness protection|witness intimidation|expert witnesses|protected witness|anonymous witness|protected witnesses	protection des témoins		protección de los testigos		защита свидетелей		保护证人	حماية الشهود
international-cooperation	COOP			UNCC:35|BC:23|UNTOC:27|UNCAC:43|MALABO:28	International cooperation	international co-operation|cross-border cooperation|law enforcement cooperation|international law enforcement|joint operation|multinational operation|cross-border investigation	coopération internationale		cooperación internacional		международное сотрудничество		国际合作	التعاون الدولي
mutual-legal-assistance	MLA	international-cooperation		UNCC:40|UNCC:44-46|BC:25|BC:27|BC:31|BC-P2:10|UNTOC:18|UNCAC:46|FATF:R.37	Mutual legal assistance	mutual assistance|=MLA|=MLAT|=MLATs|mutual legal assistance treaty|letters rogatory|legal assistance request|central authority|central authorities|letter of request|letters of request|judicial assistance|legal assistance|request for assistance	entraide judiciaire		asistencia judicial recíproca		взаимная правовая помощь		司法协助	المساعدة القانونية المتبادلة
extradition	EXTRAD	international-cooperation	mutual-legal-assistance|dual-criminality	UNCC:37|BC:24|UNTOC:16|UNCAC:44|FATF:R.39	Extradition	extradite|extradited|surrender of suspects|extradition request|extradition treaty|aut dedere aut judicare|extradition hearing|extradition proceedings|surrender to another state|European Arrest Warrant	extradition		extradición		выдача		引渡	تسليم المجرمين
24-7-network	24-7	international-cooperation		UNCC:41|BC:35	24/7 network of contact points	24/7 network|24/7 point of contact|24-7 network|24/7 points of contact|round-the-clock contact|G7 24/7 network|=I-24/7	réseau 24/7		red 24/7		сеть 24/7		全天候网络
joint-investigations	JIT	international-cooperation		UNCC:47|UNCC:48|BC-P2:12|UNTOC:19|UNTOC:27|UNCAC:48|UNCAC:49	Joint investigations and police cooperation	joint investigation|joint investigation team|=JIT|joint cybercrime action taskforce|=J-CAT|Europol|=EC3|Interpol|Eurojust|Operation Endgame|coordinated takedown|takedown operation|European Cybercrime Centre|joint operation team|police cooperation|joint team|cross-border police operation	enquêtes conjointes		investigaciones conjuntas		совместные расследования		联合侦查	التحقيقات المشتركة
jurisdiction	JURIS	international-cooperation		UNCC:22|BC:22|UNTOC:15|UNCAC:42|NIS2:26	Jurisdiction	extraterritorial|extraterritoriality|territorial jurisdiction|nationality principle|conflict of laws|cross-border jurisdiction|competent court|extraterritorial jurisdiction|jurisdictional	compétence		jurisdicción		юрисдикция		管辖权	الولاية القضائية
sovereignty	SOVER	international-cooperation	jurisdiction	UNCC:5|UNTOC:4|UNCAC:4	Sovereignty and non-intervention	state sovereignty|sovereignty|non-intervention|sovereign equality|territorial integrity|digital sovereignty|cyber sovereignty|territorial sovereignty|principle of non-intervention|violation of sovereignty	protection de la souveraineté		protección de la soberanía		защита суверенитета		保护主权	صون السيادة
dual-criminality	DUAL	international-cooperation		UNCC:2|UNCC:35|UNCC:40|BC:25|UNTOC:18	Dual criminality and refusal grounds	dual criminality|double criminality|grounds for refusal|political offence exception|political offense|refusal of assistance|serious crime threshold|four years imprisonment|serious crimes	double incrimination		doble incriminación		обоюдное признание деяния преступлением		双重犯罪	ازدواجية التجريم
transfer-proceedings	TRANSF	international-cooperation		UNCC:38|UNCC:39|UNTOC:17|UNTOC:21|UNCAC:45|UNCAC:47	Transfer of proceedings and sentenced persons	transfer of criminal proceedings|transfer of sentenced persons|prisoner transfer|prisoner swap|transfer of proceedings	transfert des procédures pénales		remisión de actuaciones penales		передача уголовного производства		刑事诉讼的移交	نقل الإجراءات الجنائية
asset-recovery	ASSETS	international-cooperation	money-laundering	UNCC:31|UNCC:49-52|UNTOC:12-14|UNCAC:51-57|FATF:R.4|FATF:R.38	Asset recovery and confiscation	asset recovery|confiscation|forfeiture|asset forfeiture|seizure of proceeds|freezing of assets|recovered funds|seized cryptocurrency|return of assets|crypto seizure|seized assets|asset seizure|recovered money|recover stolen funds|confiscated|forfeited assets|restitution|frozen assets|return of stolen assets|stolen assets|confiscated assets	recouvrement d'avoirs		recuperación de activos		возвращение активов		资产追回	استرداد الموجودات
capacity-building	CAPAC	international-cooperation		UNCC:54|UNCC:56|UNTOC:29|UNTOC:30|UNCAC:60	Technical assistance and capacity-building	technical assistance|capacity building|capacity-building|developing countries|=Global South|training for law enforcement|UNODC programme|=UNODC|UN Office on Drugs and Crime|=GLACY	assistance technique et renforcement des capacités		asistencia técnica y creación de capacidad		техническая помощь и наращивание потенциала		技术援助和能力建设	المساعدة التقنية وبناء القدرات
procedural-powers	POWERS			UNCC:23|BC:14	Procedural powers of law enforcement	investigative powers|procedural measures|procedural powers|police powers|law enforcement powers|lawful access|going dark|investigation powers|investigatory powers|coercive powers|powers of the police|surveillance and search powers	mesures procédurales		medidas procesales		процессуальные меры		程序措施	التدابير الإجرائية
data-preservation	PRESRV	procedural-powers	production-orders	UNCC:25|UNCC:26|UNCC:42|UNCC:43|BC:16|BC:17|BC:29|BC:30|EEVID:6	Expedited preservation of data	data preservation|expedited preservation|preservation order|preservation request|preserve data|quick freeze|European Preservation Order|data retention|traffic data preservation|preserved data|preserve evidence|preservation of data|kept from deletion|data freeze	conservation rapide de données stockées		conservación rápida de datos almacenados		оперативное обеспечение сохранности данных		快速保全电子数据
production-orders	ORDERS	procedural-powers	service-providers	UNCC:27|BC:18|BC-P2:6|BC-P2:7|BC-P2:8|EEVID:5|USC:18:2703|USC:18:2713	Production orders and disclosure of subscriber information	production order|production orders|subpoena|subscriber information|subscriber data|European Production Order|disclosure order|service provider disclosure|=CLOUD Act|direct cooperation with providers|domain name registration information|compel disclosure|disclose customer records|customer records|order to produce|warrant for data	injonction de produire		orden de presentación		распоряжение о предъявлении		提交令
search-seizure	SEIZE	procedural-powers	electronic-evidence	UNCC:28|BC:19	Search and seizure of electronic data	search and seizure|search warrant|seized servers|seized domains|device search|seizure of servers|remote search|network investigative technique|=NIT|compelled decryption|seized devices|seized computers|seized phones|seized laptop|search of premises|lawful hacking|government hacking	perquisition et saisie de données stockées		registro e incautación de datos almacenados		обыск и выемка хранимых данных		搜查和扣押存储的电子数据
realtime-collection	RTDATA	procedural-powers		UNCC:29|UNCC:45|BC:20|BC:33|USC:18:3121	Real-time collection of traffic data	real-time collection|real time collection|traffic data|metadata collection|pen register|trap and trace|connection records|IP logs	collecte en temps réel des données relatives au trafic		obtención en tiempo real de datos relativos al tráfico		сбор данных о потоках в режиме реального времени		实时收集流量数据	بيانات الحركة
content-interception	CONTNT	procedural-powers	realtime-collection	UNCC:30|UNCC:46|BC:21|BC:34|USC:18:2510	Interception of content data	content interception|interception of content|lawful interception|lawful intercept|wiretap order|content data|=Title III|wiretaps|phone tapping|telephone interception|intercepted calls|tapped phone	interception de données relatives au contenu		interceptación de datos relativos al contenido		перехват данных о содержании		拦截内容数据	بيانات المحتوى
electronic-evidence	EVID			UNCC:1|UNCC:3|UNCC:23|UNCC:35|BC:14|BC-P2:2|EEVID:5	Electronic evidence	digital evidence|e-evidence|evidence in electronic form|digital forensics|computer forensics|forensic image|chain of custody|admissibility|log evidence|forensic copy|forensic examiner|forensic analysis|electronic records|digital traces|forensic evidence	preuves électroniques		pruebas electrónicas		электронные доказательства		电子证据	الأدلة الإلكترونية
cross-border-data	XBORD	electronic-evidence	mutual-legal-assistance	UNCC:44|BC:32|BC-P2:7|BC-P2:9|EEVID:17|GDPR:48|USC:18:2713	Cross-border access to data	cross-border access|cross-border data access|trans-border access|transborder access|cross-border evidence|data sharing across borders|data localization|CLOUD Act agreement|executive agreement|unilateral access|cross-border evidence gathering|data stored abroad|evidence abroad|data held abroad|overseas servers|data transfers abroad	accès transfrontière aux données		acceso transfronterizo a datos		трансграничный доступ к данным		跨境访问数据	الوصول إلى البيانات عبر الحدود
service-providers	ISP	electronic-evidence		UNCC:2|UNCC:25-30|BC:1|BC:18|EEVID:4	Service provider obligations	service provider|service providers|internet service provider|=ISP|online platform|platform liability|cloud provider|provider cooperation|intermediary liability|hosting provider|hosting company|telecom operator|platform operator|social media platform|online platforms|web host|platform owner	fournisseur de services		proveedor de servicios		поставщик услуг		服务提供者	مقدم الخدمة
encryption	ENCRYP	electronic-evidence		UNCC:24|UNCC:28|BC:19	Encryption and lawful access	end-to-end encryption|=E2EE|encryption backdoor|encrypted messaging|EncroChat|Sky ECC|decryption order|key escrow|exceptional access|going dark debate|=encryption|=Encryption|strong encryption|encrypted communications|encrypted phone	chiffrement		cifrado		шифрование		加密	التشفير
emergency-disclosure	EMERG	electronic-evidence		UNCC:2|UNCC:41|BC-P2:9|BC-P2:10	Emergency disclosure and assistance	emergency disclosure|emergency request|emergency data request|EDR request|imminent risk to life|expedited disclosure|emergency mutual assistance|imminent danger|danger to life|threat to life|emergency situation	divulgation d'urgence		divulgación de emergencia					الطوارئ

"""##
    static let treaties: StaticString = ##"""
# Treaties, laws and standards whose provisions the topics name, columns separated by tabs.
# id    as it is written before the colon of a provision; capitals, digits and hyphens
# short the name in running text
# name  the full name
# unit  what its provisions are called: article, section, part, clause, requirement, function or recommendation
# names the names by which running text cites it, separated by |; = before a name compares upper and lower case too
# final the day from which on its numbers are those of the adopted text, where drafts counted otherwise
id	short	name	unit	names	final
UNCC	UN Convention against Cybercrime	United Nations Convention against Cybercrime	article	UN Convention against Cybercrime|UN Cybercrime Convention|UN Convention on Cybercrime|United Nations Convention against Cybercrime|United Nations Cybercrime Convention|UN cybercrime treaty|United Nations cybercrime treaty|Hanoi Convention|UN Convention|United Nations convention|draft cybercrime treaty|new cybercrime treaty|draft convention|draft treaty|=UNCC|Convention des Nations Unies contre la cybercriminalité|Convention des Nations Unies|convention de Hanoï|Convención de las Naciones Unidas contra la Ciberdelincuencia|Convención de las Naciones Unidas|Hanoi Convention against Cybercrime	2024-08-09
BC	Budapest Convention	Convention on Cybercrime (Budapest Convention, ETS 185)	article	Budapest Convention|Convention on Cybercrime|Council of Europe Convention|Council of Europe Cybercrime Convention|Convention of Budapest|=Budapest|convention de Budapest|Convention sur la cybercriminalité|Convenio de Budapest|Convenio sobre la Ciberdelincuencia|celle de Budapest|ETS 185|ETS No. 185|Budapest Convention on Cybercrime
BC-P1	First Protocol to the Budapest Convention	Additional Protocol to the Convention on Cybercrime, concerning acts of a racist and xenophobic nature (ETS 189)	article	First Additional Protocol|First Protocol|Protocol on racism and xenophobia|Premier Protocole additionnel|Primer Protocolo adicional|ETS 189
BC-P2	Second Protocol to the Budapest Convention	Second Additional Protocol to the Convention on Cybercrime, on enhanced co-operation and disclosure of electronic evidence (CETS 224)	article	Second Additional Protocol|Second Protocol|Deuxième Protocole additionnel|Segundo Protocolo adicional|CETS 224
UNTOC	UNTOC	United Nations Convention against Transnational Organized Crime	article	=UNTOC|Palermo Convention|Convention against Transnational Organized Crime|UN Convention against Transnational Organized Crime|United Nations Convention against Transnational Organized Crime|Convention against Transnational Organised Crime|UN Convention against Transnational Organised Crime|United Nations Convention against Transnational Organised Crime|Convention de Palerme|Convention des Nations Unies contre la criminalité transnationale organisée|Convención de Palermo
UNCAC	UNCAC	United Nations Convention against Corruption	article	=UNCAC|Convention against Corruption|UN Convention against Corruption|United Nations Convention against Corruption|Mérida Convention|Convention des Nations Unies contre la corruption|Convención de las Naciones Unidas contra la Corrupción
MALABO	Malabo Convention	African Union Convention on Cyber Security and Personal Data Protection	article	Malabo Convention|=Malabo|convention de Malabo|Convenio de Malabo|African Union Convention on Cyber Security and Personal Data Protection|African Union Convention
NIS2	NIS2 Directive	Directive (EU) 2022/2555 on measures for a high common level of cybersecurity across the Union	article	=NIS2|=NIS 2|NIS2 Directive|NIS 2 Directive|Directive (EU) 2022/2555|directive (UE) 2022/2555|Directiva (UE) 2022/2555
DORA	DORA	Regulation (EU) 2022/2554 on digital operational resilience for the financial sector	article	=DORA|Digital Operational Resilience Act|Regulation (EU) 2022/2554|règlement (UE) 2022/2554|Reglamento (UE) 2022/2554
GDPR	GDPR	Regulation (EU) 2016/679, General Data Protection Regulation	article	=GDPR|=UK GDPR|=RGPD|General Data Protection Regulation|Regulation (EU) 2016/679|règlement (UE) 2016/679|règlement général sur la protection des données|Reglamento (UE) 2016/679|Reglamento General de Protección de Datos
EEVID	e-Evidence Regulation	Regulation (EU) 2023/1543 on European Production Orders and European Preservation Orders for electronic evidence	article	e-Evidence Regulation|E-evidence Regulation|Regulation (EU) 2023/1543|règlement (UE) 2023/1543|Reglamento (UE) 2023/1543
CRA	Cyber Resilience Act	Regulation (EU) 2024/2847, Cyber Resilience Act	article	=CRA|Cyber Resilience Act|Regulation (EU) 2024/2847|règlement (UE) 2024/2847|Reglamento (UE) 2024/2847
USC	United States Code	United States Code	section	=U.S.C.|=USC|U.S. Code|US Code|United States Code
CFR	Code of Federal Regulations	United States Code of Federal Regulations and state regulations cited in its manner	part	=CFR|=C.F.R.|Code of Federal Regulations
ISO27001	ISO/IEC 27001	ISO/IEC 27001:2022, Information security management systems	clause	ISO/IEC 27001|ISO 27001|ISO27001|ISO/IEC 27001:2022
PCIDSS	PCI DSS	Payment Card Industry Data Security Standard, version 4.0.1	requirement	PCI DSS|PCI-DSS|PCI standard|=PCI|Payment Card Industry Data Security Standard
NISTCSF	NIST CSF	NIST Cybersecurity Framework, version 2.0	function	NIST CSF|NIST Cybersecurity Framework
FATF	FATF Recommendations	Recommendations of the Financial Action Task Force	recommendation	=FATF|=GAFI|FATF Recommendations|Financial Action Task Force|FATF standards|Groupe d'action financière

"""##
    static let provisions: StaticString = ##"""
# Articles, sections, recommendations, requirements and controls, columns separated by tabs.
# treaty   the id of a treaty of treaties.tsv
# article  its number as the treaty counts, such as 7, 18:1030 (title and section) or R.10
# status   checked (number and title compared with the text), number-checked (the number only), recalled (neither)
treaty	article	title	chapter	status
UNCC	1	Statement of purpose	I General provisions	checked
UNCC	2	Use of terms	I General provisions	checked
UNCC	3	Scope of application	I General provisions	checked
UNCC	4	Offences established in accordance with other United Nations conventions and protocols	I General provisions	checked
UNCC	5	Protection of sovereignty	I General provisions	checked
UNCC	6	Respect for human rights	I General provisions	checked
UNCC	7	Illegal access	II Criminalization	checked
UNCC	8	Illegal interception	II Criminalization	checked
UNCC	9	Interference with electronic data	II Criminalization	checked
UNCC	10	Interference with an information and communications technology system	II Criminalization	checked
UNCC	11	Misuse of devices	II Criminalization	checked
UNCC	12	Information and communications technology system-related forgery	II Criminalization	checked
UNCC	13	Information and communications technology system-related theft or fraud	II Criminalization	checked
UNCC	14	Offences related to online child sexual abuse or child sexual exploitation material	II Criminalization	checked
UNCC	15	Solicitation or grooming for the purpose of committing a sexual offence against a child	II Criminalization	checked
UNCC	16	Non-consensual dissemination of intimate images	II Criminalization	number-checked
UNCC	17	Laundering of proceeds of crime	II Criminalization	number-checked
UNCC	18	Liability of legal persons	II Criminalization	recalled
UNCC	19	Participation and attempt	II Criminalization	recalled
UNCC	20	Statute of limitations	II Criminalization	recalled
UNCC	21	Prosecution, adjudication and sanctions	II Criminalization	recalled
UNCC	22	Jurisdiction	III Jurisdiction	number-checked
UNCC	23	Scope of procedural measures	IV Procedural measures and law enforcement	number-checked
UNCC	24	Conditions and safeguards	IV Procedural measures and law enforcement	recalled
UNCC	25	Expedited preservation of stored electronic data	IV Procedural measures and law enforcement	recalled
UNCC	26	Expedited preservation and partial disclosure of traffic data	IV Procedural measures and law enforcement	recalled
UNCC	27	Production order	IV Procedural measures and law enforcement	recalled
UNCC	28	Search and seizure of stored electronic data	IV Procedural measures and law enforcement	recalled
UNCC	29	Real-time collection of traffic data	IV Procedural measures and law enforcement	recalled
UNCC	30	Interception of content data	IV Procedural measures and law enforcement	recalled
UNCC	31	Freezing, seizure and confiscation of the proceeds of crime	IV Procedural measures and law enforcement	recalled
UNCC	32	Establishment of criminal record	IV Procedural measures and law enforcement	recalled
UNCC	33	Protection of witnesses	IV Procedural measures and law enforcement	recalled
UNCC	34	Assistance to and protection of victims	IV Procedural measures and law enforcement	recalled
UNCC	35	General principles of international cooperation	V International cooperation	number-checked
UNCC	36	Protection of personal data	V International cooperation	recalled
UNCC	37	Extradition	V International cooperation	recalled
UNCC	38	Transfer of sentenced persons	V International cooperation	recalled
UNCC	39	Transfer of criminal proceedings	V International cooperation	recalled
UNCC	40	General principles and procedures relating to mutual legal assistance	V International cooperation	recalled
UNCC	41	24/7 network	V International cooperation	recalled
UNCC	42	International cooperation for the purpose of expedited preservation of stored electronic data	V International cooperation	recalled
UNCC	43	International cooperation for the purpose of expedited disclosure of preserved traffic data	V International cooperation	recalled
UNCC	44	Mutual legal assistance in accessing stored electronic data	V International cooperation	recalled
UNCC	45	Mutual legal assistance in the real-time collection of traffic data	V International cooperation	recalled
UNCC	46	Mutual legal assistance in the interception of content data	V International cooperation	recalled
UNCC	47	Law enforcement cooperation	V International cooperation	recalled
UNCC	48	Joint investigations	V International cooperation	recalled
UNCC	49	Mechanisms for the recovery of property through international cooperation in confiscation	V International cooperation	recalled
UNCC	50	International cooperation for the purposes of confiscation	V International cooperation	recalled
UNCC	51	Special cooperation	V International cooperation	recalled
UNCC	52	Return and disposal of confiscated proceeds of crime or property	V International cooperation	recalled
UNCC	53	Preventive measures	VI Preventive measures	recalled
UNCC	54	Technical assistance and capacity-building	VII Technical assistance and information exchange	recalled
UNCC	55	Exchange of information	VII Technical assistance and information exchange	recalled
UNCC	56	Implementation of the Convention through economic development and technical assistance	VII Technical assistance and information exchange	recalled
UNCC	57	Conference of the States Parties to the Convention	VIII Mechanism of implementation	recalled
UNCC	58	Secretariat	VIII Mechanism of implementation	recalled
UNCC	59	Implementation of the Convention	IX Final provisions	recalled
UNCC	60	Effects of the Convention	IX Final provisions	recalled
UNCC	61	Relation with protocols	IX Final provisions	recalled
UNCC	62	Adoption of supplementary protocols	IX Final provisions	recalled
UNCC	63	Settlement of disputes	IX Final provisions	recalled
UNCC	64	Signature, ratification, acceptance, approval and accession	IX Final provisions	recalled
UNCC	65	Entry into force	IX Final provisions	number-checked
UNCC	66	Amendment	IX Final provisions	recalled
UNCC	67	Denunciation	IX Final provisions	recalled
UNCC	68	Depositary and languages	IX Final provisions	recalled
BC	1	Definitions	I Use of terms	checked
BC	2	Illegal access	II Measures to be taken at the national level / 1 Substantive criminal law / Title 1 Offences against the confidentiality, integrity and availability of computer data and systems	checked
BC	3	Illegal interception	II Measures to be taken at the national level / 1 Substantive criminal law / Title 1 Offences against the confidentiality, integrity and availability of computer data and systems	checked
BC	4	Data interference	II Measures to be taken at the national level / 1 Substantive criminal law / Title 1 Offences against the confidentiality, integrity and availability of computer data and systems	checked
BC	5	System interference	II Measures to be taken at the national level / 1 Substantive criminal law / Title 1 Offences against the confidentiality, integrity and availability of computer data and systems	checked
BC	6	Misuse of devices	II Measures to be taken at the national level / 1 Substantive criminal law / Title 1 Offences against the confidentiality, integrity and availability of computer data and systems	checked
BC	7	Computer-related forgery	II / 1 Substantive criminal law / Title 2 Computer-related offences	checked
BC	8	Computer-related fraud	II / 1 Substantive criminal law / Title 2 Computer-related offences	checked
BC	9	Offences related to child pornography	II / 1 Substantive criminal law / Title 3 Content-related offences	checked
BC	10	Offences related to infringements of copyright and related rights	II / 1 Substantive criminal law / Title 4 Offences related to infringements of copyright and related rights	checked
BC	11	Attempt and aiding or abetting	II / 1 Substantive criminal law / Title 5 Ancillary liability and sanctions	checked
BC	12	Corporate liability	II / 1 Substantive criminal law / Title 5 Ancillary liability and sanctions	checked
BC	13	Sanctions and measures	II / 1 Substantive criminal law / Title 5 Ancillary liability and sanctions	checked
BC	14	Scope of procedural provisions	II / 2 Procedural law	checked
BC	15	Conditions and safeguards	II / 2 Procedural law	checked
BC	16	Expedited preservation of stored computer data	II / 2 Procedural law	checked
BC	17	Expedited preservation and partial disclosure of traffic data	II / 2 Procedural law	checked
BC	18	Production order	II / 2 Procedural law	checked
BC	19	Search and seizure of stored computer data	II / 2 Procedural law	checked
BC	20	Real-time collection of traffic data	II / 2 Procedural law	checked
BC	21	Interception of content data	II / 2 Procedural law	checked
BC	22	Jurisdiction	II / 3 Jurisdiction	checked
BC	23	General principles relating to international co-operation	III International co-operation / 1 General principles	checked
BC	24	Extradition	III International co-operation / 1 General principles	checked
BC	25	General principles relating to mutual assistance	III International co-operation / 1 General principles	checked
BC	26	Spontaneous information	III International co-operation / 1 General principles	checked
BC	27	Procedures pertaining to mutual assistance requests in the absence of applicable international agreements	III International co-operation / 1 General principles	checked
BC	28	Confidentiality and limitation on use	III International co-operation / 1 General principles	checked
BC	29	Expedited preservation of stored computer data	III International co-operation / 2 Specific provisions	checked
BC	30	Expedited disclosure of preserved traffic data	III International co-operation / 2 Specific provisions	checked
BC	31	Mutual assistance regarding accessing of stored computer data	III International co-operation / 2 Specific provisions	checked
BC	32	Trans-border access to stored computer data with consent or where publicly available	III International co-operation / 2 Specific provisions	checked
BC	33	Mutual assistance in the real-time collection of traffic data	III International co-operation / 2 Specific provisions	checked
BC	34	Mutual assistance regarding the interception of content data	III International co-operation / 2 Specific provisions	checked
BC	35	24/7 Network	III International co-operation / 2 Specific provisions	checked
BC	36	Signature and entry into force	IV Final provisions	checked
BC	37	Accession to the Convention	IV Final provisions	checked
BC	38	Territorial application	IV Final provisions	checked
BC	39	Effects of the Convention	IV Final provisions	checked
BC	40	Declarations	IV Final provisions	checked
BC	41	Federal clause	IV Final provisions	checked
BC	42	Reservations	IV Final provisions	checked
BC	43	Status and withdrawal of reservations	IV Final provisions	checked
BC	44	Amendments	IV Final provisions	checked
BC	45	Settlement of disputes	IV Final provisions	checked
BC	46	Consultations of the Parties	IV Final provisions	checked
BC	47	Denunciation	IV Final provisions	checked
BC	48	Notification	IV Final provisions	checked
BC-P1	1	Purpose	I Common provisions	checked
BC-P1	2	Definition	I Common provisions	checked
BC-P1	3	Dissemination of racist and xenophobic material through computer systems	II Measures to be taken at national level	checked
BC-P1	4	Racist and xenophobic motivated threat	II Measures to be taken at national level	checked
BC-P1	5	Racist and xenophobic motivated insult	II Measures to be taken at national level	checked
BC-P1	6	Denial, gross minimisation, approval or justification of genocide or crimes against humanity	II Measures to be taken at national level	checked
BC-P1	7	Aiding and abetting	II Measures to be taken at national level	checked
BC-P1	8	Relations between the Convention and this Protocol	III Relations between the convention and this protocol	checked
BC-P1	9	Expression of consent to be bound	IV Final provisions	checked
BC-P1	10	Entry into force	IV Final provisions	checked
BC-P1	11	Accession	IV Final provisions	checked
BC-P1	12	Reservations and declarations	IV Final provisions	checked
BC-P1	13	Status and withdrawal of reservations	IV Final provisions	checked
BC-P1	14	Territorial application	IV Final provisions	checked
BC-P1	15	Denunciation	IV Final provisions	checked
BC-P1	16	Notification	IV Final provisions	checked
BC-P2	1	Purpose	I Common provisions	checked
BC-P2	2	Scope of application	I Common provisions	checked
BC-P2	3	Definitions	I Common provisions	checked
BC-P2	4	Language	I Common provisions	checked
BC-P2	5	General principles applicable to Chapter II	II Measures for enhanced co-operation	checked
BC-P2	6	Request for domain name registration information	II Measures for enhanced co-operation	checked
BC-P2	7	Disclosure of subscriber information	II Measures for enhanced co-operation	recalled
BC-P2	8	Giving effect to orders from another Party for expedited production of subscriber information and traffic data	II Measures for enhanced co-operation	recalled
BC-P2	9	Expedited disclosure of stored computer data in an emergency	II Measures for enhanced co-operation	recalled
BC-P2	10	Emergency mutual assistance	II Measures for enhanced co-operation	recalled
BC-P2	11	Video conferencing	II Measures for enhanced co-operation	recalled
BC-P2	12	Joint investigation teams and joint investigations	II Measures for enhanced co-operation	recalled
BC-P2	13	Conditions and safeguards	III Conditions and safeguards	recalled
BC-P2	14	Protection of personal data	III Conditions and safeguards	recalled
BC-P2	15	Effects of this Protocol	IV Final provisions	recalled
BC-P2	16	Signature and entry into force	IV Final provisions	recalled
BC-P2	17	Federal clause	IV Final provisions	recalled
BC-P2	18	Territorial application	IV Final provisions	recalled
BC-P2	19	Reservations and declarations	IV Final provisions	recalled
BC-P2	20	Status and withdrawal of reservations	IV Final provisions	recalled
BC-P2	21	Amendments	IV Final provisions	recalled
BC-P2	22	Settlement of disputes	IV Final provisions	recalled
BC-P2	23	Consultations of the Parties and assessment of implementation	IV Final provisions	recalled
BC-P2	24	Denunciation	IV Final provisions	recalled
BC-P2	25	Notification	IV Final provisions	recalled
UNTOC	1	Statement of purpose		checked
UNTOC	2	Use of terms		checked
UNTOC	3	Scope of application		checked
UNTOC	4	Protection of sovereignty		checked
UNTOC	5	Criminalization of participation in an organized criminal group		checked
UNTOC	6	Criminalization of the laundering of proceeds of crime		checked
UNTOC	7	Measures to combat money-laundering		checked
UNTOC	8	Criminalization of corruption		checked
UNTOC	9	Measures against corruption		checked
UNTOC	10	Liability of legal persons		checked
UNTOC	11	Prosecution, adjudication and sanctions		checked
UNTOC	12	Confiscation and seizure		checked
UNTOC	13	International cooperation for purposes of confiscation		checked
UNTOC	14	Disposal of confiscated proceeds of crime or property		checked
UNTOC	15	Jurisdiction		checked
UNTOC	16	Extradition		checked
UNTOC	17	Transfer of sentenced persons		checked
UNTOC	18	Mutual legal assistance		checked
UNTOC	19	Joint investigations		checked
UNTOC	20	Special investigative techniques		checked
UNTOC	21	Transfer of criminal proceedings		checked
UNTOC	22	Establishment of criminal record		checked
UNTOC	23	Criminalization of obstruction of justice		checked
UNTOC	24	Protection of witnesses		checked
UNTOC	25	Assistance to and protection of victims		checked
UNTOC	26	Measures to enhance cooperation with law enforcement authorities		checked
UNTOC	27	Law enforcement cooperation		checked
UNTOC	28	Collection, exchange and analysis of information on the nature of organized crime		checked
UNTOC	29	Training and technical assistance		checked
UNTOC	30	Other measures: implementation of the Convention through economic development and technical assistance		checked
UNTOC	31	Prevention		checked
UNTOC	32	Conference of the Parties to the Convention		checked
UNTOC	33	Secretariat		checked
UNTOC	34	Implementation of the Convention		checked
UNTOC	35	Settlement of disputes		checked
UNTOC	36	Signature, ratification, acceptance, approval and accession		checked
UNTOC	37	Relation with protocols		checked
UNTOC	38	Entry into force		checked
UNTOC	39	Amendment		checked
UNTOC	40	Denunciation		checked
UNTOC	41	Depositary and languages		checked
UNCAC	1	Statement of purpose	I General provisions	checked
UNCAC	2	Use of terms	I General provisions	checked
UNCAC	3	Scope of application	I General provisions	checked
UNCAC	4	Protection of sovereignty	I General provisions	checked
UNCAC	5	Preventive anti-corruption policies and practices	II Preventive measures	checked
UNCAC	6	Preventive anti-corruption body or bodies	II Preventive measures	checked
UNCAC	7	Public sector	II Preventive measures	checked
UNCAC	8	Codes of conduct for public officials	II Preventive measures	checked
UNCAC	9	Public procurement and management of public finances	II Preventive measures	checked
UNCAC	10	Public reporting	II Preventive measures	checked
UNCAC	11	Measures relating to the judiciary and prosecution services	II Preventive measures	checked
UNCAC	12	Private sector	II Preventive measures	checked
UNCAC	13	Participation of society	II Preventive measures	checked
UNCAC	14	Measures to prevent money-laundering	II Preventive measures	checked
UNCAC	15	Bribery of national public officials	III Criminalization and law enforcement	checked
UNCAC	16	Bribery of foreign public officials and officials of public international organizations	III Criminalization and law enforcement	checked
UNCAC	17	Embezzlement, misappropriation or other diversion of property by a public official	III Criminalization and law enforcement	checked
UNCAC	18	Trading in influence	III Criminalization and law enforcement	checked
UNCAC	19	Abuse of functions	III Criminalization and law enforcement	checked
UNCAC	20	Illicit enrichment	III Criminalization and law enforcement	checked
UNCAC	21	Bribery in the private sector	III Criminalization and law enforcement	checked
UNCAC	22	Embezzlement of property in the private sector	III Criminalization and law enforcement	checked
UNCAC	23	Laundering of proceeds of crime	III Criminalization and law enforcement	checked
UNCAC	24	Concealment	III Criminalization and law enforcement	checked
UNCAC	25	Obstruction of justice	III Criminalization and law enforcement	checked
UNCAC	26	Liability of legal persons	III Criminalization and law enforcement	checked
UNCAC	27	Participation and attempt	III Criminalization and law enforcement	checked
UNCAC	28	Knowledge, intent and purpose as elements of an offence	III Criminalization and law enforcement	checked
UNCAC	29	Statute of limitations	III Criminalization and law enforcement	checked
UNCAC	30	Prosecution, adjudication and sanctions	III Criminalization and law enforcement	checked
UNCAC	31	Freezing, seizure and confiscation	III Criminalization and law enforcement	checked
UNCAC	32	Protection of witnesses, experts and victims	III Criminalization and law enforcement	checked
UNCAC	33	Protection of reporting persons	III Criminalization and law enforcement	checked
UNCAC	34	Consequences of acts of corruption	III Criminalization and law enforcement	checked
UNCAC	35	Compensation for damage	III Criminalization and law enforcement	checked
UNCAC	36	Specialized authorities	III Criminalization and law enforcement	checked
UNCAC	37	Cooperation with law enforcement authorities	III Criminalization and law enforcement	checked
UNCAC	38	Cooperation between national authorities	III Criminalization and law enforcement	checked
UNCAC	39	Cooperation between national authorities and the private sector	III Criminalization and law enforcement	checked
UNCAC	40	Bank secrecy	III Criminalization and law enforcement	checked
UNCAC	41	Criminal record	III Criminalization and law enforcement	checked
UNCAC	42	Jurisdiction	III Criminalization and law enforcement	checked
UNCAC	43	International cooperation	IV International cooperation	checked
UNCAC	44	Extradition	IV International cooperation	checked
UNCAC	45	Transfer of sentenced persons	IV International cooperation	checked
UNCAC	46	Mutual legal assistance	IV International cooperation	checked
UNCAC	47	Transfer of criminal proceedings	IV International cooperation	checked
UNCAC	48	Law enforcement cooperation	IV International cooperation	checked
UNCAC	49	Joint investigations	IV International cooperation	checked
UNCAC	50	Special investigative techniques	IV International cooperation	checked
UNCAC	51	General provision	V Asset recovery	checked
UNCAC	52	Prevention and detection of transfers of proceeds of crime	V Asset recovery	checked
UNCAC	53	Measures for direct recovery of property	V Asset recovery	checked
UNCAC	54	Mechanisms for recovery of property through international cooperation in confiscation	V Asset recovery	checked
UNCAC	55	International cooperation for purposes of confiscation	V Asset recovery	checked
UNCAC	56	Special cooperation	V Asset recovery	checked
UNCAC	57	Return and disposal of assets	V Asset recovery	checked
UNCAC	58	Financial intelligence unit	V Asset recovery	checked
UNCAC	59	Bilateral and multilateral agreements and arrangements	V Asset recovery	checked
UNCAC	60	Training and technical assistance	VI Technical assistance and information exchange	checked
UNCAC	61	Collection, exchange and analysis of information on corruption	VI Technical assistance and information exchange	checked
UNCAC	62	Other measures: implementation of the Convention through economic development and technical assistance	VI Technical assistance and information exchange	checked
UNCAC	63	Conference of the States Parties to the Convention	VII Mechanisms for implementation	checked
UNCAC	64	Secretariat	VII Mechanisms for implementation	checked
UNCAC	65	Implementation of the Convention	VIII Final provisions	checked
UNCAC	66	Settlement of disputes	VIII Final provisions	checked
UNCAC	67	Signature, ratification, acceptance, approval and accession	VIII Final provisions	checked
UNCAC	68	Entry into force	VIII Final provisions	checked
UNCAC	69	Amendment	VIII Final provisions	checked
UNCAC	70	Denunciation	VIII Final provisions	checked
UNCAC	71	Depositary and languages	VIII Final provisions	checked
MALABO	1	Definitions	I Electronic transactions	recalled
MALABO	2	Scope of application of electronic commerce	I Electronic transactions	recalled
MALABO	3	Contractual liability of the provider of goods and services by electronic means	I Electronic transactions	recalled
MALABO	4	Advertising by electronic means	I Electronic transactions	recalled
MALABO	5	Electronic contracts	I Electronic transactions	recalled
MALABO	6	Writing in electronic form	I Electronic transactions	recalled
MALABO	7	Ensuring the security of electronic transactions	I Electronic transactions	recalled
MALABO	8	Objective of this Convention with respect to personal data	II Personal data protection	recalled
MALABO	9	Scope of application of the Convention	II Personal data protection	recalled
MALABO	10	Preliminary personal data processing formalities	II Personal data protection	recalled
MALABO	11	Status, composition and organization of national personal data protection authorities	II Personal data protection	recalled
MALABO	12	Duties and powers of national protection authorities	II Personal data protection	recalled
MALABO	13	Basic principles governing the processing of personal data	II Personal data protection	recalled
MALABO	14	Specific principles for the processing of sensitive data	II Personal data protection	recalled
MALABO	15	Interconnection of personal data files	II Personal data protection	recalled
MALABO	16	Right to information	II Personal data protection	recalled
MALABO	17	Right of access	II Personal data protection	recalled
MALABO	18	Right to object	II Personal data protection	recalled
MALABO	19	Right of rectification or erasure	II Personal data protection	recalled
MALABO	20	Confidentiality obligations	II Personal data protection	recalled
MALABO	21	Security obligations	II Personal data protection	recalled
MALABO	22	Storage obligations	II Personal data protection	recalled
MALABO	23	Sustainability obligations	II Personal data protection	recalled
MALABO	24	National cyber security framework	III Promoting cyber security and combating cybercrime	recalled
MALABO	25	Legal measures	III Promoting cyber security and combating cybercrime	recalled
MALABO	26	National cyber security system	III Promoting cyber security and combating cybercrime	recalled
MALABO	27	National cyber security monitoring structures	III Promoting cyber security and combating cybercrime	recalled
MALABO	28	International cooperation	III Promoting cyber security and combating cybercrime	recalled
MALABO	29	Offences specific to information and communication technologies	III Promoting cyber security and combating cybercrime	recalled
MALABO	30	Adapting certain offences to information and communication technologies	III Promoting cyber security and combating cybercrime	recalled
MALABO	31	Adapting certain sanctions to information and communication technologies	III Promoting cyber security and combating cybercrime	recalled
MALABO	32	Measures to be taken at the level of the African Union	IV Final provisions	recalled
MALABO	33	Safeguard provisions	IV Final provisions	recalled
MALABO	34	Settlement of disputes	IV Final provisions	recalled
MALABO	35	Signature, ratification or accession	IV Final provisions	recalled
MALABO	36	Entry into force	IV Final provisions	number-checked
MALABO	37	Amendment	IV Final provisions	recalled
MALABO	38	Depository	IV Final provisions	recalled
NIS2	7	National cybersecurity strategy	Directive (EU) 2022/2555	recalled
NIS2	9	National cyber crisis management frameworks	Directive (EU) 2022/2555	recalled
NIS2	10	Computer security incident response teams (CSIRTs)	Directive (EU) 2022/2555	recalled
NIS2	12	Coordinated vulnerability disclosure and a European vulnerability database	Directive (EU) 2022/2555	recalled
NIS2	13	Cooperation at national level	Directive (EU) 2022/2555	recalled
NIS2	14	Cooperation Group	Directive (EU) 2022/2555	recalled
NIS2	15	CSIRTs network	Directive (EU) 2022/2555	recalled
NIS2	16	European cyber crisis liaison organisation network (EU-CyCLONe)	Directive (EU) 2022/2555	recalled
NIS2	20	Governance	Directive (EU) 2022/2555	checked
NIS2	21	Cybersecurity risk-management measures	Directive (EU) 2022/2555	checked
NIS2	22	Union level coordinated security risk assessments of critical supply chains	Directive (EU) 2022/2555	recalled
NIS2	23	Reporting obligations	Directive (EU) 2022/2555	recalled
NIS2	24	Use of European cybersecurity certification schemes	Directive (EU) 2022/2555	recalled
NIS2	26	Jurisdiction and territoriality	Directive (EU) 2022/2555	recalled
NIS2	29	Cybersecurity information-sharing arrangements	Directive (EU) 2022/2555	recalled
NIS2	30	Voluntary notification of relevant information	Directive (EU) 2022/2555	recalled
NIS2	32	Supervisory and enforcement measures in relation to essential entities	Directive (EU) 2022/2555	recalled
NIS2	33	Supervisory and enforcement measures in relation to important entities	Directive (EU) 2022/2555	recalled
NIS2	34	General conditions for imposing administrative fines on essential and important entities	Directive (EU) 2022/2555	recalled
NIS2	35	Infringements entailing a personal data breach	Directive (EU) 2022/2555	recalled
NIS2	36	Penalties	Directive (EU) 2022/2555	recalled
DORA	5	Governance and organisation	Regulation (EU) 2022/2554	recalled
DORA	6	ICT risk management framework	Regulation (EU) 2022/2554	recalled
DORA	8	Identification	Regulation (EU) 2022/2554	recalled
DORA	9	Protection and prevention	Regulation (EU) 2022/2554	recalled
DORA	10	Detection	Regulation (EU) 2022/2554	recalled
DORA	11	Response and recovery	Regulation (EU) 2022/2554	recalled
DORA	12	Backup policies and procedures, restoration and recovery procedures and methods	Regulation (EU) 2022/2554	recalled
DORA	13	Learning and evolving	Regulation (EU) 2022/2554	recalled
DORA	14	Communication	Regulation (EU) 2022/2554	recalled
DORA	17	ICT-related incident management process	Regulation (EU) 2022/2554	checked
DORA	18	Classification of ICT-related incidents and cyber threats	Regulation (EU) 2022/2554	checked
DORA	19	Reporting of major ICT-related incidents and voluntary notification of significant cyber threats	Regulation (EU) 2022/2554	checked
DORA	23	Operational or security payment-related incidents	Regulation (EU) 2022/2554	recalled
DORA	24	General requirements for the performance of digital operational resilience testing	Regulation (EU) 2022/2554	checked
DORA	26	Advanced testing of ICT tools, systems and processes based on TLPT	Regulation (EU) 2022/2554	recalled
DORA	28	General principles (ICT third-party risk)	Regulation (EU) 2022/2554	recalled
DORA	30	Key contractual provisions	Regulation (EU) 2022/2554	recalled
DORA	31	Designation of critical ICT third-party service providers	Regulation (EU) 2022/2554	recalled
DORA	45	Information-sharing arrangements on cyber threat information and intelligence	Regulation (EU) 2022/2554	recalled
DORA	50	Administrative penalties and remedial measures	Regulation (EU) 2022/2554	recalled
GDPR	4	Definitions	Regulation (EU) 2016/679	recalled
GDPR	5	Principles relating to processing of personal data	Regulation (EU) 2016/679	recalled
GDPR	6	Lawfulness of processing	Regulation (EU) 2016/679	recalled
GDPR	9	Processing of special categories of personal data	Regulation (EU) 2016/679	recalled
GDPR	10	Processing of personal data relating to criminal convictions and offences	Regulation (EU) 2016/679	recalled
GDPR	17	Right to erasure ('right to be forgotten')	Regulation (EU) 2016/679	recalled
GDPR	25	Data protection by design and by default	Regulation (EU) 2016/679	recalled
GDPR	28	Processor	Regulation (EU) 2016/679	recalled
GDPR	32	Security of processing	Regulation (EU) 2016/679	recalled
GDPR	33	Notification of a personal data breach to the supervisory authority	Regulation (EU) 2016/679	recalled
GDPR	34	Communication of a personal data breach to the data subject	Regulation (EU) 2016/679	recalled
GDPR	35	Data protection impact assessment	Regulation (EU) 2016/679	recalled
GDPR	37	Designation of the data protection officer	Regulation (EU) 2016/679	recalled
GDPR	44	General principle for transfers	Regulation (EU) 2016/679	recalled
GDPR	45	Transfers on the basis of an adequacy decision	Regulation (EU) 2016/679	recalled
GDPR	46	Transfers subject to appropriate safeguards	Regulation (EU) 2016/679	recalled
GDPR	48	Transfers or disclosures not authorised by Union law	Regulation (EU) 2016/679	recalled
GDPR	58	Powers	Regulation (EU) 2016/679	recalled
GDPR	82	Right to compensation and liability	Regulation (EU) 2016/679	recalled
GDPR	83	General conditions for imposing administrative fines	Regulation (EU) 2016/679	recalled
EEVID	4	Issuing authority	Regulation (EU) 2023/1543	recalled
EEVID	5	Conditions for issuing a European Production Order	Regulation (EU) 2023/1543	recalled
EEVID	6	Conditions for issuing a European Preservation Order	Regulation (EU) 2023/1543	recalled
EEVID	8	Notification	Regulation (EU) 2023/1543	recalled
EEVID	10	Execution of an EPOC	Regulation (EU) 2023/1543	recalled
EEVID	11	Execution of an EPOC-PR	Regulation (EU) 2023/1543	recalled
EEVID	12	Grounds for refusal of European Production Orders	Regulation (EU) 2023/1543	recalled
EEVID	13	User information and confidentiality	Regulation (EU) 2023/1543	recalled
EEVID	15	Penalties	Regulation (EU) 2023/1543	recalled
EEVID	16	Procedure for enforcement	Regulation (EU) 2023/1543	recalled
EEVID	17	Review procedure in the case of conflicting obligations	Regulation (EU) 2023/1543	recalled
EEVID	18	Effective remedies	Regulation (EU) 2023/1543	recalled
CRA	6	Requirements for products with digital elements	Regulation (EU) 2024/2847	recalled
CRA	13	Obligations of manufacturers	Regulation (EU) 2024/2847	recalled
CRA	14	Reporting obligations of manufacturers	Regulation (EU) 2024/2847	recalled
CRA	16	Establishment of a single reporting platform	Regulation (EU) 2024/2847	recalled
CRA	19	Obligations of importers	Regulation (EU) 2024/2847	recalled
CRA	20	Obligations of distributors	Regulation (EU) 2024/2847	recalled
CRA	24	Obligations of open-source software stewards	Regulation (EU) 2024/2847	recalled
CRA	64	Penalties	Regulation (EU) 2024/2847	recalled
CRA	71	Entry into force and application	Regulation (EU) 2024/2847	recalled
USC	18:1028	Fraud and related activity in connection with identification documents, authentication features, and information	United States Code	recalled
USC	18:1028A	Aggravated identity theft	United States Code	recalled
USC	18:1029	Fraud and related activity in connection with access devices	United States Code	recalled
USC	18:1030	Fraud and related activity in connection with computers (CFAA)	United States Code	recalled
USC	18:1343	Fraud by wire, radio, or television	United States Code	recalled
USC	18:1344	Bank fraud	United States Code	recalled
USC	18:1956	Laundering of monetary instruments	United States Code	recalled
USC	18:1957	Engaging in monetary transactions in property derived from specified unlawful activity	United States Code	recalled
USC	18:1960	Prohibition of unlicensed money transmitting businesses	United States Code	recalled
USC	18:2252A	Certain activities relating to material constituting or containing child pornography	United States Code	recalled
USC	18:2510	Definitions (Wiretap Act)	United States Code	recalled
USC	18:2701	Unlawful access to stored communications (SCA)	United States Code	recalled
USC	18:2703	Required disclosure of customer communications or records	United States Code	recalled
USC	18:2713	Required preservation and disclosure of communications and records (CLOUD Act)	United States Code	recalled
USC	18:3121	General prohibition on pen register and trap and trace device use	United States Code	recalled
USC	6:1501	Definitions (Cybersecurity Information Sharing Act of 2015)	United States Code	recalled
USC	6:1503	Authorizations for preventing, detecting, analyzing, and mitigating cybersecurity threats	United States Code	recalled
USC	6:1504	Sharing of cyber threat indicators and defensive measures with the Federal Government	United States Code	recalled
USC	6:1505	Protection from liability	United States Code	recalled
USC	6:681b	Required reporting of certain cyber incidents (CIRCIA)	United States Code	recalled
USC	15:6801	Protection of nonpublic personal information (GLBA)	United States Code	recalled
USC	15:6802	Obligations with respect to disclosures of personal information (GLBA)	United States Code	recalled
USC	15:6821	Privacy protection for customer information of financial institutions (pretexting)	United States Code	recalled
USC	31:5311	Declaration of purpose (BSA)	United States Code	recalled
USC	31:5313	Reports on domestic coins and currency transactions (CTR)	United States Code	recalled
USC	31:5318	Compliance, exemptions, and summons authority (AML programs, SARs)	United States Code	recalled
USC	31:5336	Beneficial ownership information reporting requirements (CTA)	United States Code	recalled
CFR	16:314	Standards for Safeguarding Customer Information (FTC Safeguards Rule)	US Code of Federal Regulations	recalled
CFR	16:681	Identity theft rules (Red Flags Rule)	US Code of Federal Regulations	recalled
CFR	31:1010	General provisions (BSA)	US Code of Federal Regulations	recalled
CFR	31:1020.210	AML program requirements for banks	US Code of Federal Regulations	recalled
CFR	31:1020.220	Customer identification program requirements for banks	US Code of Federal Regulations	recalled
CFR	31:1020.320	Reports by banks of suspicious transactions	US Code of Federal Regulations	recalled
CFR	12:1005	Electronic Fund Transfers (Regulation E)	US Code of Federal Regulations	recalled
CFR	17:229.106	(Item 106) Cybersecurity (SEC Regulation S-K)	US Code of Federal Regulations	recalled
CFR	23NYCRR:500	Cybersecurity requirements for financial services companies (New York DFS)	US Code of Federal Regulations	recalled
ISO27001	4	Context of the organization	ISO/IEC 27001:2022	recalled
ISO27001	5	Leadership	ISO/IEC 27001:2022	recalled
ISO27001	6	Planning	ISO/IEC 27001:2022	recalled
ISO27001	7	Support	ISO/IEC 27001:2022	recalled
ISO27001	8	Operation	ISO/IEC 27001:2022	recalled
ISO27001	9	Performance evaluation	ISO/IEC 27001:2022	recalled
ISO27001	10	Improvement	ISO/IEC 27001:2022	recalled
ISO27001	A.5	Organizational controls	ISO/IEC 27001:2022	recalled
ISO27001	A.6	People controls	ISO/IEC 27001:2022	recalled
ISO27001	A.7	Physical controls	ISO/IEC 27001:2022	recalled
ISO27001	A.8	Technological controls	ISO/IEC 27001:2022	recalled
PCIDSS	1	Install and maintain network security controls	PCI DSS v4.0.1	recalled
PCIDSS	2	Apply secure configurations to all system components	PCI DSS v4.0.1	recalled
PCIDSS	3	Protect stored account data	PCI DSS v4.0.1	recalled
PCIDSS	4	Protect cardholder data with strong cryptography during transmission over open, public networks	PCI DSS v4.0.1	recalled
PCIDSS	5	Protect all systems and networks from malicious software	PCI DSS v4.0.1	recalled
PCIDSS	6	Develop and maintain secure systems and software	PCI DSS v4.0.1	recalled
PCIDSS	7	Restrict access to system components and cardholder data by business need to know	PCI DSS v4.0.1	recalled
PCIDSS	8	Identify users and authenticate access to system components	PCI DSS v4.0.1	recalled
PCIDSS	9	Restrict physical access to cardholder data	PCI DSS v4.0.1	recalled
PCIDSS	10	Log and monitor all access to system components and cardholder data	PCI DSS v4.0.1	recalled
PCIDSS	11	Test security of systems and networks regularly	PCI DSS v4.0.1	recalled
PCIDSS	12	Support information security with organizational policies and programs	PCI DSS v4.0.1	recalled
NISTCSF	GV	Govern	NIST Cybersecurity Framework 2.0	recalled
NISTCSF	ID	Identify	NIST Cybersecurity Framework 2.0	recalled
NISTCSF	PR	Protect	NIST Cybersecurity Framework 2.0	recalled
NISTCSF	DE	Detect	NIST Cybersecurity Framework 2.0	recalled
NISTCSF	RS	Respond	NIST Cybersecurity Framework 2.0	recalled
NISTCSF	RC	Recover	NIST Cybersecurity Framework 2.0	recalled
FATF	R.1	Assessing risks and applying a risk-based approach	FATF Recommendations	recalled
FATF	R.2	National cooperation and coordination	FATF Recommendations	recalled
FATF	R.3	Money laundering offence	FATF Recommendations	recalled
FATF	R.4	Confiscation and provisional measures	FATF Recommendations	recalled
FATF	R.5	Terrorist financing offence	FATF Recommendations	recalled
FATF	R.6	Targeted financial sanctions related to terrorism and terrorist financing	FATF Recommendations	recalled
FATF	R.7	Targeted financial sanctions related to proliferation	FATF Recommendations	recalled
FATF	R.9	Financial institution secrecy laws	FATF Recommendations	recalled
FATF	R.10	Customer due diligence	FATF Recommendations	recalled
FATF	R.11	Record keeping	FATF Recommendations	recalled
FATF	R.12	Politically exposed persons	FATF Recommendations	recalled
FATF	R.13	Correspondent banking	FATF Recommendations	recalled
FATF	R.14	Money or value transfer services	FATF Recommendations	recalled
FATF	R.15	New technologies	FATF Recommendations	recalled
FATF	R.16	Wire transfers (Payment transparency)	FATF Recommendations	recalled
FATF	R.20	Reporting of suspicious transactions	FATF Recommendations	recalled
FATF	R.24	Transparency and beneficial ownership of legal persons	FATF Recommendations	recalled
FATF	R.29	Financial intelligence units	FATF Recommendations	recalled
FATF	R.30	Responsibilities of law enforcement and investigative authorities	FATF Recommendations	recalled
FATF	R.31	Powers of law enforcement and investigative authorities	FATF Recommendations	recalled
FATF	R.36	International instruments	FATF Recommendations	recalled
FATF	R.37	Mutual legal assistance	FATF Recommendations	recalled
FATF	R.38	Mutual legal assistance: freezing and confiscation	FATF Recommendations	recalled
FATF	R.39	Extradition	FATF Recommendations	recalled
FATF	R.40	Other forms of international cooperation	FATF Recommendations	recalled

"""##
    static let kickers: StaticString = ##"""
# Category lines as publishers print them above an article, columns separated by tabs.
# category  as printed; compared without regard to case, and & counts as the word and
# parent    the category line that it belongs under; empty at the top
# topic     the topics it stands for, separated by |; empty where it stands for none
# status    checked (seen in print with this parent) or recalled
category	parent	topic	status
Fraud Management & Cybercrime		fraud-management|cybercrime	checked
Cybercrime	Fraud Management & Cybercrime	cybercrime	checked
Standards, Regulations & Compliance		compliance	checked
Cyberwarfare / Nation-State Attacks	Fraud Management & Cybercrime	nation-state-attacks	checked
ATM / POS Fraud	Fraud Management & Cybercrime	atm-pos-fraud	checked
Endpoint Security	Security Operations		checked
Next-Generation Technologies & Secure Development			checked
Identity & Access Management	Security Operations		checked
3rd Party Risk Management	Governance & Risk Management	governance-risk	checked
Governance & Risk Management		governance-risk	recalled
Security Operations			recalled
Critical Infrastructure Security		critical-infrastructure	recalled
Account Takeover Fraud	Fraud Management & Cybercrime	account-takeover	recalled
ACH Fraud	Fraud Management & Cybercrime	payment-fraud	recalled
Anti-Money Laundering (AML)	Fraud Management & Cybercrime	aml-compliance	recalled
Anti-Phishing, DMARC	Fraud Management & Cybercrime	phishing	recalled
Business Email Compromise (BEC)	Fraud Management & Cybercrime	bec	recalled
Card Not Present Fraud	Fraud Management & Cybercrime	card-fraud	recalled
Check Fraud	Fraud Management & Cybercrime	check-fraud	recalled
Cryptocurrency Fraud	Fraud Management & Cybercrime	crypto-fraud	recalled
Blockchain & Cryptocurrency	Next-Generation Technologies & Secure Development	crypto-fraud	recalled
Cybercrime as-a-service	Fraud Management & Cybercrime	cybercrime-as-a-service	recalled
DDoS Protection	Security Operations	ddos	recalled
Fraud Risk Management	Fraud Management & Cybercrime	fraud-analytics	recalled
First-Party Fraud	Fraud Management & Cybercrime	fraud-management	recalled
Identity Theft	Fraud Management & Cybercrime	identity-theft	recalled
New Account Fraud	Fraud Management & Cybercrime	identity-theft	recalled
Synthetic Identity Fraud	Fraud Management & Cybercrime	identity-theft	recalled
Money Mules	Fraud Management & Cybercrime	money-mules	recalled
Payments Fraud	Fraud Management & Cybercrime	payment-fraud	recalled
Mobile Payments Fraud	Fraud Management & Cybercrime	payment-fraud	recalled
Wire Fraud	Fraud Management & Cybercrime	payment-fraud	recalled
Ransomware	Fraud Management & Cybercrime	ransomware	recalled
Social Engineering	Fraud Management & Cybercrime	social-engineering	recalled
Social Media	Fraud Management & Cybercrime		recalled
Insider Threat	Fraud Management & Cybercrime	insider-threat	recalled
Phishing	Fraud Management & Cybercrime	phishing	recalled
Geo Focus: Asia	Geo-Specific		recalled
Geo Focus: The United Kingdom	Geo-Specific		recalled
Geo-Specific			recalled
Industry Specific			recalled
Finance & Banking	Industry Specific		recalled
Government	Industry Specific		recalled
Healthcare	Industry Specific		recalled
Legislation & Litigation	Standards, Regulations & Compliance	national-legislation	recalled
Compliance	Standards, Regulations & Compliance	compliance	recalled
General Data Protection Regulation (GDPR)	Standards, Regulations & Compliance	privacy-data-protection	recalled
California Consumer Privacy Act (CCPA)	Standards, Regulations & Compliance	privacy-data-protection	recalled
HIPAA/HITECH	Standards, Regulations & Compliance	privacy-data-protection	recalled
PCI Standards	Standards, Regulations & Compliance	security-standards	recalled
NIST Standards	Standards, Regulations & Compliance	security-standards	recalled
Breach Notification	Security Operations	breach-notification	recalled
Data Breach	Security Operations	data-breach	recalled
Incident & Breach Response	Security Operations	breach-notification	recalled
Digital Forensics	Security Operations	electronic-evidence	recalled
Threat Intelligence	Security Operations	information-sharing	recalled
Threat Detection	Security Operations		recalled
Threat Hunting	Security Operations		recalled
Security Information & Event Management (SIEM)	Security Operations		recalled
Endpoint Detection & Response (EDR)	Endpoint Security		recalled
Endpoint Protection Platforms (EPP)	Endpoint Security		recalled
Extended Detection & Response (XDR)	Endpoint Security		recalled
Managed Detection & Response (MDR)	Security Operations		recalled
Network Detection & Response	Security Operations		recalled
Network Firewalls, Network Access Control	Security Operations		recalled
Email Security & Protection	Security Operations	phishing	recalled
Encryption & Key Management	Security Operations	encryption	recalled
Cloud Security	Security Operations		recalled
User & Entity Behavioral Analytics (UEBA)	Security Operations	fraud-analytics	recalled
Web Application Firewalls (WAF)	Application Security		recalled
Application Security	Next-Generation Technologies & Secure Development		recalled
Artificial Intelligence & Machine Learning	Next-Generation Technologies & Secure Development		recalled
DevSecOps	Next-Generation Technologies & Secure Development		recalled
Internet of Things Security	Next-Generation Technologies & Secure Development		recalled
Secure Software Development	Next-Generation Technologies & Secure Development	cyber-resilience-act	recalled
Business Continuity Management / Disaster Recovery	Governance & Risk Management	governance-risk	recalled
Cyber Insurance	Governance & Risk Management	governance-risk	recalled
Data Governance	Governance & Risk Management		recalled
Data Loss Prevention (DLP)	Governance & Risk Management		recalled
IT Risk Management	Governance & Risk Management	governance-risk	recalled
Operational Technology (OT)	Governance & Risk Management	critical-infrastructure	recalled
Patch Management	Governance & Risk Management	vulnerabilities	recalled
Privacy	Governance & Risk Management	privacy-data-protection	recalled
Risk Assessments	Governance & Risk Management	governance-risk	recalled
Security Awareness Programs & Computer-Based Training	Governance & Risk Management	prevention	recalled
Third Party Risk Management	Governance & Risk Management	governance-risk	recalled
Vulnerability Assessment & Penetration Testing (VA/PT)	Governance & Risk Management	vulnerability-disclosure	recalled
Zero Trust	Governance & Risk Management		recalled
Multi-factor & Risk-based Authentication	Identity & Access Management	account-takeover	recalled
Privileged Access Management	Identity & Access Management		recalled
Identity Governance & Administration	Identity & Access Management		recalled
Leadership & Executive Communication	Training & Security Leadership		recalled
Training & Security Leadership			recalled
Events			recalled

"""##
    static let acronyms: StaticString = ##"""
# Acronyms that stand for several things, columns separated by tabs. They match exactly as written, upper and lower case
# included, and with a plural s. A definition in the article decides; else the cues; else the default.
# expansion  what the acronym stands for when it means the topic
# rivals     what else it may stand for, separated by |
# positive   words around it that speak for the topic, compared by their stems, separated by |
# negative   words around it that speak against it
# needs      where not empty, the acronym alone says nothing; these labels of the topic are matched instead
# default    without any cue: accept, weak (as a common word) or reject
acronym	expansion	topic	rivals	positive	negative	needs	default
UNODC	UN Office on Drugs and Crime	capacity-building		convention|Vienna|United Nations|drugs|secretariat|treaty			weak
CSAM	child sexual abuse material	csam	Cloud Security Alliance Maturity|cyber security asset management (CAASM/CSAM)	child|children|minor|abuse|NCMEC|IWF|exploitation|images	asset|inventory|attack surface|posture|platform|vendor		accept
CSEM	child sexual exploitation material	csam		child|children|exploitation			accept
MLA	mutual legal assistance	mutual-legal-assistance	Multi-head Latent Attention|Modern Language Association|Member of Legislative Assembly|money laundering act	treaty|request|central authority|evidence|extradition|convention|MLAT	assembly|style|citation|attention|lawmaker|constituency		reject
MLAT	mutual legal assistance treaty	mutual-legal-assistance		treaty|request|evidence|data			accept
AML	anti-money laundering	aml-compliance	adversarial machine learning|acute myeloid leukaemia|arm machine language	bank|laundering|CFT|KYC|FinCEN|compliance|sanctions|FATF	adversarial|model|learning|leukemia|patient|MITRE ATLAS		reject
BSA	Bank Secrecy Act	aml-compliance	Business Software Alliance|Boy Scouts of America	bank|FinCEN|SAR|suspicious|AML	software alliance|piracy		reject
SAR	suspicious activity report	aml-compliance	subject access request|search and rescue|synthetic aperture radar	filed|suspicious|FinCEN|bank|AML	GDPR|data subject|rescue|radar		reject
STR	suspicious transaction report	aml-compliance		FIU|suspicious|bank			reject
BEC	business email compromise	bec	Bose-Einstein condensate	email|wire|invoice|scam|FBI|IC3	atom|atoms|physics|quantum|condensate		accept
ATO	account takeover	account-takeover	authority to operate|Australian Taxation Office	account|credential|login|fraud|session	FedRAMP|authorization|agency|tax		reject
ATM	automated teller machine	atm-pos-fraud	asynchronous transfer mode|at the moment	cash|card|bank|skimming|jackpot|malware	network protocol		weak
APP	authorized push payment	payment-fraud	app (application)	push payment|scam|reimburse|PSR|Faster Payments	mobile|store|download	APP fraud|APP scam	reject
RAT	remote access trojan	malware	rat (animal)	trojan|malware|implant|remote|payload|C2			reject
APT	advanced persistent threat	nation-state-attacks	apt (package manager, apartment, adjective)	group|actor|espionage|state	install|get|package		reject
C2	command and control	botnets	C2 grade|C2 language level	server|beacon|traffic|malware|infrastructure			reject
DORA	Digital Operational Resilience Act	dora	Dora (given name)|DevOps Research and Assessment	EU|resilience|financial entity|ICT|regulation	DevOps|deployment frequency|explorer		accept
CRA	Cyber Resilience Act	cyber-resilience-act	Canada Revenue Agency|Community Reinvestment Act|credit rating agency	EU|digital elements|manufacturer|open source|product	Canada|tax|reinvestment|lending|rating		reject
NIS2	Network and Information Security Directive 2	nis2		EU|directive|essential entity|important entity			accept
CISA	Cybersecurity and Infrastructure Security Agency	information-sharing	Cybersecurity Information Sharing Act of 2015|Certified Information Systems Auditor	2015|reauthorization|reauthorize|lapse|expire|liability protection|information sharing	agency|director|advisory|KEV|certified|certification|exam|auditor		reject
CFAA	Computer Fraud and Abuse Act	national-legislation		act|hacking|1030|Van Buren			accept
GDPR	General Data Protection Regulation	privacy-data-protection		EU|fine|data|privacy			accept
DPA	data protection authority	privacy-data-protection	Defense Production Act|data processing agreement|deferred prosecution agreement	regulator|GDPR|commissioner|fine	defense production|deferred prosecution		reject
DDoS	distributed denial of service	ddos					accept
DoS	denial of service	ddos	Department of State|disk operating system	attack|flood|outage|vulnerability|CVE	state department|MS-DOS		accept
FIU	financial intelligence unit	aml-compliance	Florida International University	suspicious|laundering|Egmont|bank	university|Miami		reject
FATF	Financial Action Task Force	aml-compliance		laundering|grey list|gray list|recommendation			accept
CFT	countering the financing of terrorism	terrorist-financing		AML|terrorism|terrorist|terror|financing|finance			weak
KYC	know your customer	kyc		bank|identity|onboarding|customer|crypto			accept
CDD	customer due diligence	kyc		bank|FinCEN|customer|rule	CD drive		reject
JIT	joint investigation team	joint-investigations	just in time	Eurojust|Europol|team|prosecutor|police	compiler|access|provisioning|inventory		reject
EC3	European Cybercrime Centre	joint-investigations		Europol			accept
NCII	non-consensual intimate images	intimate-images		image|intimate|deepfake|takedown			accept
NIT	network investigative technique	search-seizure	negative income tax	FBI|warrant|Tor|malware|court			reject
GLBA	Gramm-Leach-Bliley Act	glba-safeguards		bank|FTC|privacy|safeguard			accept
TOC	transnational organized crime	organized-crime	table of contents|theory of constraints	crime|syndicate|convention	contents		reject
UNCC	UN Convention against Cybercrime	un-cybercrime-convention	UN Compensation Commission|University of North Carolina at Charlotte	cybercrime|convention|Hanoi|treaty	Charlotte|compensation		reject
UNTOC	UN Convention against Transnational Organized Crime	untoc					accept
UNCAC	UN Convention against Corruption	uncac					accept
CRC	Convention on the Rights of the Child	child-rights	cyclic redundancy check|Citizens' Rights Commission	child|convention|rights	checksum|error detection|header		reject
SIM	subscriber identity module	account-takeover	simulation	swap|swapping|port-out|carrier		SIM swap|SIM swapping	reject
IAB	initial access broker	misuse-of-devices	Interactive Advertising Bureau|Internet Architecture Board	access|ransomware|broker|forum	advertising|standards		reject
CVD	coordinated vulnerability disclosure	vulnerability-disclosure	cardiovascular disease	vulnerability|disclosure|researcher|vendor	patient|heart		reject
E2EE	end-to-end encryption	encryption					accept

"""##
}
