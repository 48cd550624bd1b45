/// Looks at how topics stand above each other before there is a vocabulary of them.
enum TopicTree {
    /// The circles, each as the places of its topics, the one that was reached first at its head. Linear.
    static func circles(in topics: [Topic], places: [TopicID: Int]) -> [[Int]] {
        var circles: [[Int]] = []
        var isSettled = [Bool](repeating: false, count: topics.count)
        var step = [Int](repeating: -1, count: topics.count)
        for start in topics.indices where !isSettled[start] {
            var path: [Int] = []
            var next: Int? = start
            while let place = next, !isSettled[place] {
                if step[place] >= 0 {
                    circles.append(Array(path[step[place]...]))
                    break
                }
                step[place] = path.count
                path.append(place)
                next = topics[place].broader.flatMap { places[$0] }
            }
            for place in path {
                isSettled[place] = true
                step[place] = -1
            }
        }
        return circles
    }

    /// For each topic a range of numbers that holds those of all topics below it and of no other: one is above another
    /// where their ranges overlap. There must be no circles. Linear.
    static func spans(of topics: [Topic], places: [TopicID: Int]) -> [Range<Int>] {
        var children = [[Int]](repeating: [], count: topics.count)
        var roots: [Int] = []
        for (place, topic) in topics.enumerated() {
            if let parent = topic.broader.flatMap({ places[$0] }) { children[parent].append(place) } else { roots.append(place) }
        }
        var spans = [Range<Int>](repeating: 0..<0, count: topics.count)
        var next = 0
        var stack = roots.map { (place: $0, start: -1) }
        while let (place, start) = stack.popLast() {
            if start >= 0 {
                spans[place] = start..<next
            } else {
                stack.append((place, next))
                next += 1
                stack += children[place].map { ($0, -1) }
            }
        }
        return spans
    }
}
