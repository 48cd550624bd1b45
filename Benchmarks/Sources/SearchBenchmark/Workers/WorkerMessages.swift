/// What the driver asks of a worker, a line of JSON each.
struct WorkerRequest: Codable, Sendable {
    enum Action: String, Codable, Sendable {
        /// Answer the query several times and measure.
        case search
        /// Add an article and say when it is found.
        case add
        /// Begin to merge in the background.
        case merge
    }

    var action: Action
    var query: BenchmarkQuery?
    /// The most measured runs of the query, and the seconds after which no further run is begun.
    var runs = 5
    var seconds = 1.0
    /// Whether all matches are to be counted too, which is not measured.
    var isCounted = false
    /// The article to add, with a word that no other has.
    var article: AddedArticle?
}

/// An article to be added while the index is in use.
struct AddedArticle: Codable, Sendable {
    var number: Int
    var date: Int64
    var publisher: String
    var title: String
    var deck: String
    var body: String
    var uniqueWord: String
}

/// What a worker answers, a line of JSON each. Times are in milliseconds.
struct WorkerAnswer: Codable, Sendable {
    /// Said once, after the index was opened: how long that took.
    var opened: Double?
    /// Processor time of the thread that searches, a value a run.
    var cpu: [Double]?
    var wall: [Double]?
    var count: Int?
    /// The numbers of the first articles, in order.
    var top: [Int]?
    /// From the call that adds an article to the answer that has it.
    var visible: Double?
    /// Why the engine cannot answer this.
    var unsupported: String?
    var failure: String?
}

/// What a worker says once an index is built.
struct BuildFigures: Codable, Sendable {
    var articles = 0
    /// Bytes of title, deck and body.
    var text = 0
    /// Seconds of processor time of all threads, and on the clock.
    var cpu = 0.0
    var wall = 0.0
    /// Bytes on disk by what they are for.
    var parts: [String: Int] = [:]
    /// The most private memory that was seen, in bytes; filled in by the driver.
    var memory: Int?

    var size: Int { parts.values.reduce(0, +) }
    /// Megabytes of text a second of processor time.
    var speed: Double { cpu > 0 ? Double(text) / 1e6 / cpu : .nan }
}
