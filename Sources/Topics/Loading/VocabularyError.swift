import Text

/// What is wrong with a line of a vocabulary file.
public struct VocabularyError: ExplainedError {
    /// Every fault that a file can have.
    public enum Problem: Hashable, Sendable {
        case fileTooLarge(bytes: Int, limit: Int)
        case lineTooLong(bytes: Int, limit: Int)
        case tooManyEntries(limit: Int)
        case notUTF8
        case noColumns
        case missingColumn(String)
        case unknownColumn(String)
        case repeatedColumn(String)
        case tooManyCells(count: Int, columns: Int)
        case missingValue(column: String)
        case unknownValue(String, column: String, allowed: [String])
        case badTopicID(String)
        case badCode(String)
        case badTreatyID(String)
        case badProvision(String)
        case badLabel(String)
        case badDate(String)
        case repeatedTopic(TopicID, firstLine: Int)
        case repeatedCode(String, owner: TopicID)
        case repeatedTreaty(TreatyID)
        case repeatedProvision(ProvisionID)
        case repeatedKicker(String)
        case repeatedAcronym(String)
        /// Two topics claim the same label in the same language.
        case sharedLabel(String, owner: TopicID)
        case tooManyLabels(limit: Int)
        case unknownBroader(TopicID)
        case cycle([TopicID])
        case unknownTreaty(TreatyID)
        case unknownProvision(ProvisionID)
        case unknownTopic(TopicID)
        case unknownParent(String)
        /// A user's file switches off a label that the topic does not have.
        case unknownLabel(String, topic: TopicID)
        /// A user's file gives a built-in topic another code or place.
        case fixedValue(column: String)
        /// An acronym needs a label that its topic does not have.
        case unknownNeed(String, topic: TopicID)
    }

    public var file: String
    /// From 1; the whole file is at fault where it is 0.
    public var line: Int
    public var problem: Problem

    public init(file: String, line: Int, problem: Problem) {
        self.file = file
        self.line = line
        self.problem = problem
    }

    public var what: String { line == 0 ? file : "\(file), line \(line)" }
}
