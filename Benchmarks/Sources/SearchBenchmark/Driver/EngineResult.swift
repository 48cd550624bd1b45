/// All that was measured of one engine.
struct EngineResult: Codable, Sendable {
    /// Of one class in one order.
    struct Row: Codable, Sendable {
        var queryClass: QueryClass
        var order: AnswerOrder
        /// Processor time of the thread that searches, and on the clock.
        var cpu = Times()
        var wall = Times()
        /// The number of matches of each query.
        var counts: [Int] = []
        /// The first answers of each query.
        var tops: [[Int]] = []
        var unsupported: String?
    }

    var engine: Engine
    var build: BuildFigures
    var rows: [Row] = []
    /// From a cold process: opening, opening and the first answer, and from the start of the process to that answer.
    var opening = Times()
    var firstAnswer = Times()
    var fromStart = Times()
    /// The same with the index out of the page cache.
    var firstAnswerFromDisk = Times()
    /// Private memory after twenty searches, in bytes.
    var memory = 0
    /// One more article made visible; the first apart, since it may have to wait for work that was put off.
    var adding = Times()
    var firstAdding = 0.0
    /// The same while all of the index is merged.
    var addingWhileMerging = Times()
    /// All classes' queries in turn: idle, and while an import runs.
    var idle = Times()
    var importing = Times()
    /// Articles a second that were imported meanwhile.
    var importSpeed = 0.0
    var notes: [String] = []

    func row(_ queryClass: QueryClass, _ order: AnswerOrder) -> Row? {
        rows.first { $0.queryClass == queryClass && $0.order == order }
    }
}
