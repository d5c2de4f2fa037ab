using Recoup.Binding.Actions;
using Recoup.Binding.Api;
using Recoup.Binding.Types;

namespace Recoup.Contracts.Documents.Source;

/// <summary>A generated class with the types it declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Types">The types, by name.</param>
/// <param name="Written">C# as arguments are given.</param>
/// <param name="Read">C# as results are read.</param>
/// <param name="NoMethod">What the compiler says of a method that is not there.</param>
internal sealed record BoundClass(string Name, IReadOnlyDictionary<string, BoundType> Types, CSharpTypes Written, CSharpTypes Read, string NoMethod)
{
    private const string JsonNode = "JsonNode";
    private const string JsonElement = "JsonElement";

    /// <summary>A connector: its methods are static, arguments of any form are nodes, results are elements.</summary>
    public static BoundClass Of(ConnectorModel connector) => Of(
        connector.ClassName,
        connector.Declarations.Select(declaration => new BoundType(declaration, declaration is not ViewDeclarationModel, declaration is ViewDeclarationModel)),
        JsonNode, "CS0117");

    /// <summary>An OpenAPI document: its methods are those of an object, and JSON of any form is an element both ways.</summary>
    public static BoundClass Of(ApiModel api) => Of(
        api.ClassName, api.Types.Select(type => new BoundType(type.Declaration, type.IsWritten, type.IsRead)), JsonElement, "CS1061");

    private static BoundClass Of(string name, IEnumerable<BoundType> types, string written, string noMethod)
    {
        var byName = types.ToDictionary(type => type.Declaration.Name, StringComparer.Ordinal);
        return new BoundClass(name, byName, new CSharpTypes(byName, written), new CSharpTypes(byName, JsonElement), noMethod);
    }
}
