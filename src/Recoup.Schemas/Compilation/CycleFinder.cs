using Recoup.Schemas.Sources;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Compilation;

/// <summary>Finds schemas that apply themselves to the same instance again, without end.</summary>
internal static class CycleFinder
{
    private enum State
    {
        Entered,
        Left,
    }

    public static void Find(List<SchemaNode> nodes, ProblemList problems)
    {
        // A circle needs at least one reference.
        if (!nodes.Exists(HasReference))
            return;

        var states = new Dictionary<SchemaNode, State>();
        var path = new Stack<(SchemaNode Node, IEnumerator<SchemaNode> Next)>();
        foreach (var start in nodes)
        {
            if (states.ContainsKey(start))
                continue;
            Enter(start);
            while (path.Count > 0)
            {
                var (node, next) = path.Peek();
                if (!next.MoveNext())
                {
                    states[node] = State.Left;
                    path.Pop();
                }
                else if (!states.TryGetValue(next.Current, out var state))
                {
                    Enter(next.Current);
                }
                else if (state == State.Entered)
                {
                    Report(path, next.Current, problems);
                }
            }
        }

        void Enter(SchemaNode node)
        {
            states[node] = State.Entered;
            path.Push((node, InPlace(node).GetEnumerator()));
        }
    }

    private static void Report(Stack<(SchemaNode Node, IEnumerator<SchemaNode> Next)> path, SchemaNode again, ProblemList problems)
    {
        // Report the nearest reference, because that is the place to fix.
        var culprit = path.Select(step => step.Node).FirstOrDefault(HasReference) ?? again;
        problems.Add(
            culprit.Source, "$ref",
            $"expected references that lead to a part of the instance, got an endless circle through {again.Source.Location}");
    }

    private static bool HasReference(SchemaNode node) => Array.Exists(node.Assertions, assertion => assertion.IsReference);

    /// <summary>The schemas that a schema can apply to the same instance.</summary>
    private static IEnumerable<SchemaNode> InPlace(SchemaNode node)
    {
        foreach (var assertion in node.Assertions)
        {
            foreach (var other in assertion.InPlace)
                yield return other;
        }
    }
}
