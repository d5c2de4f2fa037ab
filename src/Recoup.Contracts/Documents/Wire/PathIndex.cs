using Recoup.Catalogs.Spec;

namespace Recoup.Contracts.Documents.Wire;

/// <summary>Finds the operations that take requests with a path.</summary>
internal sealed class PathIndex
{
    private readonly ILookup<(string Method, int Length), (ApiOperation Operation, string[] Segments)> _operations;

    public PathIndex(IEnumerable<ApiOperation> operations) => _operations = operations
        .Select(operation => (Operation: operation, Segments: SegmentsOf(operation)))
        .ToLookup(pair => (pair.Operation.Method, pair.Segments.Length));

    /// <summary>An operation of the same method whose path includes that of another operation; null if there is none.</summary>
    public ApiOperation? Includes(ApiOperation operation)
    {
        var segments = SegmentsOf(operation);
        return _operations[(operation.Method, segments.Length)]
            .FirstOrDefault(other => segments.Zip(other.Segments).All(pair =>
                pair.First == pair.Second || (pair.Second == "{}" && pair.First.Length > 0)))
            .Operation;
    }

    private static string[] SegmentsOf(ApiOperation operation) => PathShape.Of(operation.Path).Text.Split('/');
}
