using Recoup.Catalogs;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Wire;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>
/// Pairs the operations of two documents by method and path: first equal texts, then equal shapes, then equal shapes below the path of the
/// server, because a document may write <c>/v1</c> in the server or in each path.
/// </summary>
internal sealed class OperationPairs
{
    private readonly List<(ApiOperation Before, ApiOperation After)> _common = [];

    private OperationPairs(ApiSpec before, ApiSpec after)
    {
        (Removed, Added) = (before.Operations, after.Operations);
        Match((operation, _) => operation.Path, before, after);
        Match((operation, _) => PathShape.Of(operation.Path).Text, before, after);
        Match((operation, spec) => ServerList.Of(operation, spec).BasePath + PathShape.Of(operation.Path).Text, before, after);
    }

    /// <summary>The operations in both documents.</summary>
    public IReadOnlyList<(ApiOperation Before, ApiOperation After)> Common => _common;

    /// <summary>The operations in the earlier document only.</summary>
    public IReadOnlyList<ApiOperation> Removed { get; private set; }

    /// <summary>The operations in the later document only.</summary>
    public IReadOnlyList<ApiOperation> Added { get; private set; }

    public static OperationPairs Of(ApiSpec before, ApiSpec after) => new(before, after);

    private void Match(Func<ApiOperation, ApiSpec, string> path, ApiSpec before, ApiSpec after)
    {
        if (Removed.Count == 0 || Added.Count == 0)
            return;
        var added = new Dictionary<string, Queue<ApiOperation>>(StringComparer.Ordinal);
        foreach (var operation in Added)
        {
            var key = $"{operation.Method} {path(operation, after)}";
            if (!added.TryGetValue(key, out var queue))
                added.Add(key, queue = new Queue<ApiOperation>());
            queue.Enqueue(operation);
        }

        var removed = new List<ApiOperation>();
        foreach (var operation in Removed)
        {
            if (added.TryGetValue($"{operation.Method} {path(operation, before)}", out var queue) && queue.TryDequeue(out var same))
                _common.Add((operation, same));
            else
                removed.Add(operation);
        }

        Removed = removed;
        Added = [.. added.Values.SelectMany(queue => queue)];
    }
}
