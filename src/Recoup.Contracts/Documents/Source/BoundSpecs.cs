using Recoup.Binding.Api;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Source;

/// <summary>Compares the C# that is generated from two OpenAPI documents, with the same model that the generator uses.</summary>
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
        // Both documents become the same class, whatever the file names are.
        var name = ApiNames.ClassOf(Path.GetFileNameWithoutExtension(documents.Before.Name));
        return new BoundSpecs(ApiBinder.Bind(documents.Before.Spec!, name).Model, ApiBinder.Bind(documents.After.Spec!, name).Model);
    }

    /// <summary>Compares the methods and the types.</summary>
    /// <param name="operations">The operations in both documents.</param>
    /// <param name="whole">The documents as a whole.</param>
    public IEnumerable<Finding> Compare(IEnumerable<(ApiOperation Before, ApiOperation After, SpecSite Site)> operations, SpecSite whole)
    {
        var methods = new List<(BoundMethod, BoundMethod, SourceSite)>();
        var leftOut = new List<Finding>();
        foreach (var (before, after, site) in operations)
        {
            if (!_methodsBefore.TryGetValue(Key(before.Method, before.Path), out var was))
                continue;
            var source = new OperationSite(before, after, site);
            if (_methodsAfter.TryGetValue(Key(after.Method, after.Path), out var now))
                methods.Add((was, now, source));
            else if (Without(before) is { } impact)
                leftOut.Add(source.Finding(
                    SourceRules.Method, Change.Removed, $"the method {was.Name} is no longer generated", impact, was.MethodName, ""));
        }

        return
        [
            .. leftOut,
            .. SourceComparison.Compare(methods).Select(found => found.Finding),
            .. Errors(new OperationSite(null, null, whole)),
        ];
    }

    /// <summary>
    /// The effect of removing an operation on the C#; null if it had no method, or if another operation has a method with that name.
    /// </summary>
    public SourceImpact? Without(ApiOperation operation) =>
        _methodsBefore.TryGetValue(Key(operation.Method, operation.Path), out var method)
            && _methodsAfter.Values.All(other => other.MethodName != method.MethodName)
            ? SourceImpact.OfCalls(method.Name, method.Class.NoMethod)
            : null;

    /// <summary>Compares the types of error bodies, which belong to no method.</summary>
    private IEnumerable<Finding> Errors(OperationSite whole)
    {
        var ofMethods = _methodsBefore.Values.SelectMany(method => DeclaredTypes.Of(method, withResult: true))
            .Select(type => type.Name)
            .ToHashSet(StringComparer.Ordinal);
        var comparison = new DeclarationComparison(_before, _after);
        return _before.Types.Keys.Where(name => !ofMethods.Contains(name))
            .Order(StringComparer.Ordinal)
            .SelectMany(name => comparison.Compare(new DeclaredPlace(name, []), whole));
    }

    private static Dictionary<string, BoundMethod> Methods(BoundClass @class, ApiModel api) =>
        api.Operations.ToDictionary(
            operation => Key(operation.Method, operation.Path), operation => BoundMethod.Of(@class, operation), StringComparer.Ordinal);

    private static string Key(string method, string path) => method + " " + path;
}
