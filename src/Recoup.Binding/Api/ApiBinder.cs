using Recoup.Binding.Names;
using Recoup.Binding.Problems;
using Recoup.Catalogs;

namespace Recoup.Binding.Api;

/// <summary>Binds an OpenAPI document.</summary>
internal static class ApiBinder
{
    /// <summary>Binds a document.</summary>
    /// <param name="spec">The document.</param>
    /// <param name="className">The class it becomes.</param>
    /// <param name="path">The file that problems name, or null.</param>
    public static BoundApi Bind(ApiSpec spec, string className, string? path = null)
    {
        var problems = new ApiProblemList(spec.Source, path);
        bool IsTaken(string name) => name == className || ApiNames.IsTaken(name);

        // Components come first, so that each is named after itself and not after an operation that uses it.
        var schemas = new ApiSchemas(spec, problems);
        var operations = spec.Operations
            .OrderBy(operation => operation.Id, StringComparer.Ordinal)
            .Select(operation => OperationDraft.Bind(operation, schemas, problems))
            .OfType<OperationDraft>()
            .ToArray();

        var methods = SiblingNames.Assign(
            operations.Select(operation => operation.Operation.Id),
            MethodName,
            IsTaken,
            "Operation");
        foreach (var id in methods.Clashes)
            problems.Add(ApiProblems.NameClash, spec.Operations.First(operation => operation.Id == id).Source, id, methods[id] + "Async");

        var taken = new HashSet<string>(operations.SelectMany(operation =>
            new[] { methods[operation.Operation.Id], methods[operation.Operation.Id] + "Async" }));
        var types = ApiTypes.Of(
            operations,
            schemas,
            name => IsTaken(name) || taken.Contains(name),
            problems);
        return new BoundApi(
            new ApiModel(
                className,
                spec.Title,
                spec.Server,
                new(operations.Select(operation => operation.Finish(methods[operation.Operation.Id], types, schemas, problems))),
                types.Models),
            problems.ToArray());
    }

    private static string MethodName(string id)
    {
        var name = Identifier.Pascal(id);
        return name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] : name;
    }
}
