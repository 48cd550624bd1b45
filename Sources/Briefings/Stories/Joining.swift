/// Disjoint sets that are joined (Tarjan, 1975), each with its members in order.
struct Joining {
    private var parents: [Int]
    private var sets: [[Int]]

    init(count: Int) {
        parents = Array(0..<count)
        sets = parents.map { [$0] }
    }

    mutating func group(of element: Int) -> Int {
        var root = element
        while parents[root] != root { root = parents[root] }
        var next = element
        while parents[next] != root { (parents[next], next) = (root, parents[next]) }
        return root
    }

    func members(_ group: Int) -> [Int] { sets[group] }

    /// Both are groups, and not the same one. The least member names the new one.
    mutating func join(_ left: Int, _ right: Int) {
        let (keeper, other) = (min(left, right), max(left, right))
        parents[other] = keeper
        sets[keeper] = (sets[keeper] + sets[other]).sorted()
        sets[other] = []
    }

    var groups: [[Int]] { sets.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] } }
}
