using Recoup.Binding.Api;
using Recoup.Catalogs.Spec;

namespace Recoup.Contracts.Levels.Source;

/// <summary>Two OpenAPI documents as the generated C#, from the same model that the generator writes.</summary>
internal sealed class BoundSpecs
{
    private readonly BoundClass _old;
    private readonly BoundClass _new;
    private readonly Dictionary<string, BoundMethod> _before;
    private readonly Dictionary<string, BoundMethod> _after;

    private BoundSpecs(ApiModel old, ApiModel @new)
    {
        (_old, _new) = (BoundClass.Of(old), BoundClass.Of(@new));
        (_before, _after) = (Methods(_old, old), Methods(_new, @new));
    }

    public static BoundSpecs Of(Sides sides)
    {
        // One class to its callers, whatever the two files are called.
        var name = ApiNames.ClassOf(Path.GetFileNameWithoutExtension(sides.Old.Name));
        return new BoundSpecs(ApiBinder.Bind(sides.Old.Spec!, name).Model, ApiBinder.Bind(sides.New.Spec!, name).Model);
    }

    /// <summary>What happened to the methods, and to the types.</summary>
    /// <param name="operations">The operations that both documents have.</param>
    /// <param name="whole">The documents as a whole.</param>
    public IEnumerable<Finding> Compare(IEnumerable<(ApiOperation Old, ApiOperation New, SpecSite Site)> operations, SpecSite whole)
    {
        var methods = new List<(BoundMethod, BoundMethod, SourceSite)>();
        foreach (var (old, @new, site) in operations)
        {
            if (_before.TryGetValue(Key(old.Method, old.Path), out var was) && _after.TryGetValue(Key(@new.Method, @new.Path), out var now))
                methods.Add((was, now, new OperationSite(old, @new, site)));
        }

        return [.. SourceComparison.Compare(methods), .. Errors(new OperationSite(null, null, whole))];
    }

    /// <summary>What is gone from the C# with an operation; null where it had no method, or another has its name.</summary>
    public SourceImpact? Without(ApiOperation operation) =>
        _before.TryGetValue(Key(operation.Method, operation.Path), out var method) && _after.Values.All(other => other.MethodName != method.MethodName)
            ? SourceImpact.OfCalls(method.Name, method.Class.NoMethod)
            : null;

    /// <summary>The bodies of errors belong to no method.</summary>
    private IEnumerable<Finding> Errors(OperationSite whole)
    {
        var ofMethods = _before.Values.SelectMany(method => DeclaredTypes.Of(method, withResult: true)).ToHashSet(StringComparer.Ordinal);
        var comparison = new DeclarationComparison(_old, _new);
        return _old.Types.Keys.Where(name => !ofMethods.Contains(name)).Order(StringComparer.Ordinal).SelectMany(name => comparison.Compare(name, whole));
    }

    private static Dictionary<string, BoundMethod> Methods(BoundClass @class, ApiModel api) =>
        api.Operations.ToDictionary(operation => Key(operation.Method, operation.Path), operation => BoundMethod.Of(@class, operation), StringComparer.Ordinal);

    private static string Key(string method, string path) => method + " " + path;
}
