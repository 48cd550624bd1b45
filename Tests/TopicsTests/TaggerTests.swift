import Articles
import Testing

@testable import Topics

/// A sentence, the topics it must be linked to and those it must not.
struct TaggerCase: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var language: String? = "en"
    var title = ""
    var expected: [TopicID]
    var excluded: [TopicID] = []

    var testDescription: String { name }
}

@Suite("The tagger")
struct TaggerTests {
    static let tagger = Tagger()

    static let cases = [
        TaggerCase(
            name: "a label of several words", text: "The bill would let courts ask for mutual legal assistance abroad.",
            expected: ["mutual-legal-assistance"]),
        TaggerCase(
            name: "another form of a word", text: "Two suspects were extradited, and their data breaches made public.",
            expected: ["extradition", "data-breach"]),
        TaggerCase(
            name: "upper and lower case", text: "HUMAN RIGHTS groups met; Ransomware was on the agenda.",
            expected: ["human-rights-safeguards", "ransomware"]),
        TaggerCase(name: "one word with a hyphen", text: "Police call it a cyber-crime.", expected: ["cybercrime"]),
        TaggerCase(name: "two words for one", text: "Police call it a cyber crime.", expected: ["cybercrime"]),
        TaggerCase(name: "one word for two", text: "They fell for spearphishing.", expected: ["phishing"]),
        TaggerCase(name: "a hyphen in a label that has none", text: "Cyber-warfare has no front line.", expected: ["nation-state-attacks"]),
        TaggerCase(name: "two words for a compound label", text: "A web site spoofing ring was broken up.", expected: ["ict-forgery"]),
        TaggerCase(name: "curly apostrophe", text: "The court weighed the children’s rights at stake.", expected: ["child-rights"]),
        TaggerCase(
            name: "dotted abbreviation", text: "States signed the U.N. Convention against Corruption.", expected: ["uncac"],
            excluded: ["un-cybercrime-convention"]),

        // Words that share only their stem.
        TaggerCase(name: "government is not governance", text: "The government met on Monday.", expected: [], excluded: ["governance-risk"]),
        TaggerCase(name: "access is not accession", text: "Staff have access to the building.", expected: [], excluded: ["treaty-law"]),
        TaggerCase(name: "a card is not carding", text: "She paid by card.", expected: [], excluded: ["card-fraud"]),
        TaggerCase(name: "fine is not fined", text: "The weather was fine.", expected: [], excluded: ["enforcement-fines"]),
        TaggerCase(name: "vulnerable people", text: "Old people are vulnerable to cold.", expected: [], excluded: ["vulnerabilities"]),
        TaggerCase(name: "conventional is not convention", text: "It was a conventional house.", expected: [], excluded: ["treaty-law"]),

        // Common words.
        TaggerCase(
            name: "one common word", text: "Standards differ from place to place.", expected: [], excluded: ["compliance"]),
        TaggerCase(
            name: "one common word, again and again", text: "Standards, standards and standards: these standards are standard.",
            title: "Regulatory compliance program", expected: [], excluded: ["compliance"]),
        TaggerCase(
            name: "several common words", text: "Regulators say that supervision and standards differ.", expected: ["compliance"]),
        TaggerCase(name: "legislation alone", text: "The chamber debated legislation.", expected: [], excluded: ["national-legislation"]),

        // Matches inside longer ones.
        TaggerCase(
            name: "cybercrime inside the name of a treaty", text: "The Convention on Cybercrime was opened in Budapest.",
            expected: ["budapest-convention"], excluded: ["cybercrime", "treaty-law"]),
        TaggerCase(
            name: "the longest name wins", text: "Ministers spoke of the United Nations Convention against Transnational Organized Crime.",
            expected: ["untoc"], excluded: ["organized-crime", "un-cybercrime-convention"]),
        TaggerCase(
            name: "fraud inside the name of a law", text: "He was charged under the Computer Fraud and Abuse Act.",
            expected: ["national-legislation"], excluded: ["fraud-management", "ict-fraud"]),
        TaggerCase(
            name: "a word both inside and outside", text: "Fraud is older than credit card fraud.",
            expected: ["card-fraud", "fraud-management"]),

        // Labels that match as written.
        TaggerCase(name: "a name that is a word", text: "We saw an akira of stars and the conti of music.", expected: [], excluded: ["ransomware"]),
        TaggerCase(name: "the name as written", text: "Akira posted the files.", expected: ["ransomware"]),
        TaggerCase(name: "it act", text: "How did it act?", expected: [], excluded: ["national-legislation"]),
        TaggerCase(name: "IT Act", text: "India amended its IT Act.", expected: ["national-legislation"]),
        TaggerCase(name: "app fraud in lower case", text: "The app fraud filter is new.", expected: ["fraud-management"], excluded: ["payment-fraud"]),
        TaggerCase(name: "APP fraud", text: "Banks repay APP fraud.", expected: ["payment-fraud"]),
        TaggerCase(name: "a plural acronym", text: "Requests under MLATs take months.", expected: ["mutual-legal-assistance"]),

        // Acronyms.
        TaggerCase(
            name: "defined in the text", text: "Losses to business email compromise (BEC) grew. BEC was first.", expected: ["bec"]),
        TaggerCase(
            name: "defined as something else", text: "The Canada Revenue Agency (CRA) issued refunds. The CRA apologised to manufacturers in the EU.",
            expected: [], excluded: ["cyber-resilience-act"]),
        TaggerCase(
            name: "defined the other way round", text: "The SAR (suspicious activity report) went to the police.", expected: ["aml-compliance"]),
        TaggerCase(
            name: "cues for", text: "The bank filed a SAR on the suspicious transfer.", expected: ["aml-compliance"]),
        TaggerCase(
            name: "cues against", text: "SAR teams and rescue boats searched the bay, and radar helped.", expected: [], excluded: ["aml-compliance"]),
        TaggerCase(name: "no cue, rejected", text: "The MLA spoke.", expected: [], excluded: ["mutual-legal-assistance"]),
        TaggerCase(name: "no cue, accepted", text: "CSAM was found.", expected: ["csam"]),
        TaggerCase(
            name: "cues against an accepted one", text: "CSAM tools map assets, inventory and posture for vendors.", expected: [], excluded: ["csam"]),
        TaggerCase(name: "an animal", text: "A rat ran by, and another RAT.", expected: [], excluded: ["malware"]),
        TaggerCase(name: "a trojan", text: "The RAT is a remote implant with a trojan payload.", expected: ["malware"]),

        // Words that stand apart.
        TaggerCase(name: "passive", text: "Customer records were exposed for weeks.", expected: ["data-breach"]),
        TaggerCase(name: "a verb with other forms", text: "The intruders stole the data of millions.", expected: ["data-breach"]),
        TaggerCase(name: "of", text: "The theft of patient data went unnoticed.", expected: ["data-breach"]),
        TaggerCase(name: "a word between", text: "It was a fake bank login page.", expected: ["phishing"]),
        TaggerCase(
            name: "not across sentences", text: "Many records stood. Exposed wires hung from walls.", expected: [], excluded: ["data-breach"]),
        TaggerCase(
            name: "not across clauses", text: "After the theft, data of the weather came in.", expected: [], excluded: ["data-breach"]),
        TaggerCase(
            name: "a label across a full stop", text: "They met about human. Rights were not on the agenda.", expected: [],
            excluded: ["human-rights-safeguards"]),

        TaggerCase(
            name: "a word that only qualifies another", text: "Ask the data protection authority when something has leaked.",
            expected: ["privacy-data-protection"], excluded: ["data-breach"]),
        TaggerCase(
            name: "a participle in another clause", text: "Something had leaked, a data sheet said.", expected: [],
            excluded: ["data-breach"]),
        TaggerCase(name: "a list", text: "They leaked names, addresses and other data.", expected: ["data-breach"]),
        TaggerCase(name: "a noun in another clause", text: "The data, which was then leaked, was old.", expected: ["data-breach"]),
        TaggerCase(name: "a qualified word", text: "Personal data of patients was leaked.", expected: ["data-breach"]),

        // Other languages.
        TaggerCase(
            name: "French", text: "L’extradition et l’entraide judiciaire restent lentes face aux rançongiciels.", language: "fr",
            expected: ["extradition", "mutual-legal-assistance", "ransomware"]),
        TaggerCase(
            name: "French, the language not said", text: "Les autorités ont parlé de la coopération internationale et de la cybercriminalité dans le monde.",
            language: nil, expected: ["international-cooperation", "cybercrime"]),
        TaggerCase(
            name: "Spanish", text: "El blanqueo del producto del delito y el fraude informático crecen.", language: "es",
            expected: ["money-laundering", "ict-fraud"]),
        TaggerCase(
            name: "Russian", text: "Вопросы киберпреступности и взаимной правовой помощи обсуждались в Вене.", language: "ru",
            expected: ["cybercrime", "mutual-legal-assistance"]),
        TaggerCase(
            name: "Russian, the language not said", text: "Программы-вымогатели и утечки данных.", language: nil,
            expected: ["ransomware", "data-breach"]),
        TaggerCase(
            name: "Arabic", text: "ناقش الخبراء الجريمة السيبرانية وتسليم المجرمين.", language: "ar", expected: ["cybercrime", "extradition"]),
        TaggerCase(
            name: "Chinese", text: "各国讨论联合国打击网络犯罪公约和引渡。", language: "zh",
            expected: ["un-cybercrime-convention", "extradition"], excluded: ["cybercrime"]),
        TaggerCase(
            name: "an English term in a German text", text: "Die Ransomware traf mehrere Kliniken.", language: "de-AT", expected: ["ransomware"]),
        TaggerCase(name: "a language without stems", text: "Atak ransomware w Polsce.", language: "pl", expected: ["ransomware"]),

        TaggerCase(name: "nothing", text: "The garden was full of roses.", expected: []),
        TaggerCase(name: "no words", text: "… — !", expected: []),
    ]

    @Test("links what it must and nothing that it must not", arguments: cases)
    func named(_ example: TaggerCase) {
        let links = Self.tagger.session().tag(passage: example.text, title: example.title, language: example.language)
        let found = Set(links.map(\.topic))
        #expect(Set(example.expected).subtracting(found) == [], "missing; found \(found.sorted())")
        #expect(Set(example.excluded).intersection(found) == [])
        if example.expected.isEmpty, example.excluded.isEmpty { #expect(found == []) }
    }
}
