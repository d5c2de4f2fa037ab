using Recoup.Binding.Api;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;

namespace Recoup.Contracts.Documents.Source;

/// <summary>Two OpenAPI documents as the generated C#, from the same model that the generator writes.</summary>
internal sealed class BoundSpecs
{
    private readonly BoundClass _before;
    private readonly BoundClass _after;
    private readonly Dictionary<string, BoundMethod> _methodsBefore;
    private readonly Dictionary<string, BoundMethod> _methodsAfter;

    private BoundSpecs(ApiModel before, ApiModel after)
    {
        (_before, _after) = (BoundClass.Of(before), BoundClass.Of(after));
        (_methodsBefore, _methodsAfter) = (Methods(_before, before), Methods(_after, after));
    }

    public static BoundSpecs Of(DocumentPair documents)
    {
        // One class to its callers, whatever the two files are called.
        var name = ApiNames.ClassOf(Path.GetFileNameWithoutExtension(documents.Before.Name));
        return new BoundSpecs(ApiBinder.Bind(documents.Before.Spec!, name).Model, ApiBinder.Bind(documents.After.Spec!, name).Model);
    }

    /// <summary>What happened to the methods, and to the types.</summary>
    /// <param name="operations">The operations that both documents have.</param>
    /// <param name="whole">The documents as a whole.</param>
    public IEnumerable<Finding> Compare(IEnumerable<(ApiOperation Before, ApiOperation After, SpecSite Site)> operations, SpecSite whole)
    {
        var methods = new List<(BoundMethod, BoundMethod, SourceSite)>();
        foreach (var (before, after, site) in operations)
        {
            if (_methodsBefore.TryGetValue(Key(before.Method, before.Path), out var was) && _methodsAfter.TryGetValue(Key(after.Method, after.Path), out var now))
                methods.Add((was, now, new OperationSite(before, after, site)));
        }

        return [.. SourceComparison.Compare(methods).Select(found => found.Finding), .. Errors(new OperationSite(null, null, whole))];
    }

    /// <summary>What is gone from the C# with an operation; null where it had no method, or another has its name.</summary>
    public SourceImpact? Without(ApiOperation operation) =>
        _methodsBefore.TryGetValue(Key(operation.Method, operation.Path), out var method) && _methodsAfter.Values.All(other => other.MethodName != method.MethodName)
            ? SourceImpact.OfCalls(method.Name, method.Class.NoMethod)
            : null;

    /// <summary>The bodies of errors belong to no method.</summary>
    private IEnumerable<Finding> Errors(OperationSite whole)
    {
        var ofMethods = _methodsBefore.Values.SelectMany(method => DeclaredTypes.Of(method, withResult: true)).ToHashSet(StringComparer.Ordinal);
        var comparison = new DeclarationComparison(_before, _after);
        return _before.Types.Keys.Where(name => !ofMethods.Contains(name)).Order(StringComparer.Ordinal).SelectMany(name => comparison.Compare(name, whole));
    }

    private static Dictionary<string, BoundMethod> Methods(BoundClass @class, ApiModel api) =>
        api.Operations.ToDictionary(operation => Key(operation.Method, operation.Path), operation => BoundMethod.Of(@class, operation), StringComparer.Ordinal);

    private static string Key(string method, string path) => method + " " + path;
}
