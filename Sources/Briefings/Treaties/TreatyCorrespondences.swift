import Topics

/// Which provisions of one treaty stand for what another one says.
public enum TreatyCorrespondences {
    /// On what it rests that two provisions correspond.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        /// The texts were compared.
        case compared
        /// Known of the subject and the titles; not compared.
        case recalled
        /// A topic of the vocabulary stands for both.
        case topic
    }

    public struct Pair: Hashable, Sendable {
        public var provision: ProvisionID
        public var basis: Basis

        public init(provision: ProvisionID, basis: Basis) {
            self.provision = provision
            self.basis = basis
        }
    }

    /// Articles of the Budapest Convention and of the UN Convention against Cybercrime.
    private static let compared: [(String, String)] = [
        ("2", "7"), ("3", "8"), ("4", "9"), ("5", "10"), ("6", "11"), ("7", "12"), ("8", "13"), ("9", "14"), ("16", "25"), ("18", "27"),
        ("19", "28"), ("20", "29"), ("21", "30"), ("24", "37"), ("35", "41"),
    ]
    private static let recalled: [(String, String)] = [
        ("1", "2"), ("11", "19"), ("12", "18"), ("13", "21"), ("14", "23"), ("15", "24"), ("17", "26"), ("22", "22"), ("23", "35"), ("25", "40"),
        ("29", "42"), ("30", "43"), ("31", "44"), ("33", "45"), ("34", "46"),
    ]
    private static let budapest = TreatyID("BC"), nations = TreatyID("UNCC")

    /// What corresponds to each provision of `treaty` in `other`: from the tables where the pair has some, else by topics that stand for
    /// a few provisions of both. In the order of `other`.
    public static func pairs(of treaty: TreatyID, in other: TreatyID, vocabulary: Vocabulary) -> [ProvisionID: [Pair]] {
        let known = tabled(treaty, other, vocabulary)
        return known.isEmpty ? byTopic(treaty, other, vocabulary) : known
    }

    private static func tabled(_ treaty: TreatyID, _ other: TreatyID, _ vocabulary: Vocabulary) -> [ProvisionID: [Pair]] {
        let isForward = treaty == budapest && other == nations
        guard isForward || (treaty == nations && other == budapest) else { return [:] }
        var pairs: [ProvisionID: [Pair]] = [:]
        for (table, basis) in [(compared, Basis.compared), (recalled, Basis.recalled)] {
            for (left, right) in table {
                let (own, their) = isForward ? (left, right) : (right, left)
                let (mine, theirs) = (ProvisionID(treaty: treaty, article: own), ProvisionID(treaty: other, article: their))
                // What is only recalled rests on the vocabulary where a topic of it stands for both.
                let isShared = basis == .recalled && vocabulary.topics.contains { $0.provisions.contains(mine) && $0.provisions.contains(theirs) }
                pairs[mine, default: []].append(Pair(provision: theirs, basis: isShared ? .topic : basis))
            }
        }
        return pairs
    }

    /// A topic that stands for much of a treaty tells nothing of single provisions.
    private static let mostOfATopic = 4

    private static func byTopic(_ treaty: TreatyID, _ other: TreatyID, _ vocabulary: Vocabulary) -> [ProvisionID: [Pair]] {
        var found: [ProvisionID: Set<ProvisionID>] = [:]
        for topic in vocabulary.topics {
            let own = topic.provisions.filter { $0.treaty == treaty }
            let their = topic.provisions.filter { $0.treaty == other }
            guard (1...mostOfATopic).contains(own.count), (1...mostOfATopic).contains(their.count) else { continue }
            for provision in own { found[provision, default: []].formUnion(their) }
        }
        var places: [ProvisionID: Int] = [:]
        for (place, provision) in vocabulary.provisions.enumerated() where provision.id.treaty == other { places[provision.id] = place }
        return found.mapValues { provisions in
            provisions.sorted { (places[$0] ?? .max, $0.article) < (places[$1] ?? .max, $1.article) }.map { Pair(provision: $0, basis: .topic) }
        }
    }
}

extension Vocabulary {
    /// The treaty that a person means: by its id, its short name, or a word of its names; nothing where none or several have it.
    public func treaty(meant text: String) -> Treaty? {
        let wanted = text.lowercased()
        if let exact = treaties.first(where: { $0.id.rawValue.lowercased() == wanted || $0.shortName.lowercased() == wanted }) { return exact }
        let byName = treaties.filter { treaty in
            (treaty.names + [treaty.name]).contains { $0.drop { $0 == "=" }.lowercased() == wanted }
        }
        if byName.count == 1 { return byName[0] }
        let byWord = treaties.filter { treaty in
            ([treaty.shortName] + treaty.names).contains { $0.lowercased().split { !$0.isLetter && !$0.isNumber }.contains(wanted[...]) }
        }
        // A protocol names its convention: the treaty whose own short name begins so is meant.
        return byWord.count == 1 ? byWord[0] : byWord.first { $0.shortName.lowercased().hasPrefix(wanted) }
    }
}
