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
        case sharedLabel(String, topic: TopicID, owner: TopicID)
        case tooManyLabels(limit: Int)
        case unknownBroader(TopicID, nearest: TopicID? = nil)
        case cycle([TopicID])
        case unknownTreaty(TreatyID)
        case unknownProvision(ProvisionID)
        case unknownTopic(TopicID, nearest: TopicID? = nil)
        case unknownParent(String)
        /// A user's file switches off a label that the topic does not have.
        case unknownLabel(String, topic: TopicID)
        /// An acronym needs a label that its topic does not have.
        case unknownNeed(String, topic: TopicID)

        // In a user's file.
        /// A line without a key and a colon.
        case noKey(String)
        case unknownKey(String)
        /// A line that says something of a topic, an acronym or a treaty stands under none.
        case misplacedKey(UserKey)
        case emptyKey(UserKey)
        case manyValues(key: UserKey)
        case noLanguage(key: UserKey)
        case badLanguage(String)
        /// What is built in is given another code, place or name.
        case fixedKey(UserKey)
        /// A topic that is not built in has no name; perhaps another was meant.
        case unnamedTopic(TopicID, nearest: TopicID?)
        case unnamedTreaty(TreatyID)
        case badArticle(String)
        case badChoice(String, key: UserKey, allowed: [String])
        case badAcronym(String)
        case noExpansion(String)
        /// A topic is related to itself, or to one above or below it.
        case relatedInTree(TopicID, topic: TopicID)
        /// Of what lines with the key bring.
        case tooMany(UserKey, limit: Int)
        /// A value that no line can hold.
        case badValue(String)
        /// There are so many more faults than are named.
        case moreFaults(Int)
        /// The file cannot be read: the system's words for it.
        case unreadable(String)
        /// It cannot be written: the same.
        case unwritable(String)
        /// It is too large to be read to its end, and would be cut off by being written again.
        case notWhole
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
