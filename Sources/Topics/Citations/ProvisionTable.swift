/// The provisions of a vocabulary by treaty and number.
struct ProvisionTable: Sendable {
    /// One treaty's.
    private struct Numbers: Sendable {
        var unit: Treaty.Unit
        var ids: [ProvisionID] = []
        /// By number as the treaty writes it, the place in `ids`.
        var places: [String: Int] = [:]
        /// By a plain number, such as 7 of `7` or `R.7`, the place in `ids`; −1 where there is none.
        var plain: [Int] = []
    }

    /// By the treaty's place in the vocabulary.
    private let treaties: [Numbers]
    /// The largest number that is looked up without making a string of it.
    private static let largestPlain = 999

    init(_ vocabulary: Vocabulary) {
        let provisions = Dictionary(grouping: vocabulary.provisions, by: \.id.treaty)
        treaties = vocabulary.treaties.map { treaty in
            var numbers = Numbers(unit: treaty.unit)
            for provision in provisions[treaty.id] ?? [] where numbers.places[provision.id.article] == nil {
                let place = numbers.ids.count
                numbers.ids.append(provision.id)
                numbers.places[provision.id.article] = place
                let article = provision.id.article
                let isMarked = treaty.unit == .recommendation
                guard !isMarked || article.hasPrefix("R."), let number = Int(isMarked ? String(article.dropFirst(2)) : article),
                    (0...Self.largestPlain).contains(number), Self.written(number, treaty.unit) == article
                else { continue }
                while numbers.plain.count <= number { numbers.plain.append(-1) }
                numbers.plain[number] = place
            }
            return numbers
        }
    }

    private static func written(_ number: Int, _ unit: Treaty.Unit) -> String {
        unit == .recommendation ? "R.\(number)" : "\(number)"
    }

    /// How many provisions a treaty has.
    func count(of treaty: Int) -> Int { treaties[treaty].ids.count }

    func id(_ place: Int, of treaty: Int) -> ProvisionID { treaties[treaty].ids[place] }

    /// The place of the provision with a number as it is cited; a paragraph's number stands for its article.
    func place(_ number: String, of treaty: Int, title: String?) -> Int? {
        let isMarked = treaties[treaty].unit == .recommendation
        var candidate = isMarked ? "R." + number : title.map { $0 + ":" + number } ?? number
        while true {
            if let place = treaties[treaty].places[candidate] { return place }
            guard !isMarked, let dot = candidate.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
            candidate = String(candidate[..<dot])
        }
    }

    /// The same for a number without letters or paragraphs.
    func place(_ number: Int, of treaty: Int, title: String?) -> Int? {
        guard title == nil || treaties[treaty].unit == .recommendation, number <= Self.largestPlain else {
            return place(String(number), of: treaty, title: title)
        }
        guard number < treaties[treaty].plain.count, treaties[treaty].plain[number] >= 0 else { return nil }
        return treaties[treaty].plain[number]
    }
}
