using Recoup.Binding.Actions;
using Recoup.Binding.Api;
using Recoup.Binding.Types;

namespace Recoup.Contracts.Documents.Source;

/// <summary>A generated class with the types that it declares.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Types">The declared types, by name.</param>
/// <param name="Written">The C# types of arguments.</param>
/// <param name="Read">The C# types of results.</param>
/// <param name="NoMethod">The compiler's error for a method that does not exist.</param>
internal sealed record BoundClass(
    string Name, IReadOnlyDictionary<string, BoundType> Types, CSharpTypes Written, CSharpTypes Read, string NoMethod)
{
    private const string JsonNode = "JsonNode";
    private const string JsonElement = "JsonElement";

    /// <summary>
    /// The class of a connector: its methods are static, untyped arguments are JsonNode, and untyped results are JsonElement.
    /// </summary>
    public static BoundClass Of(ConnectorModel connector) => Of(
        connector.ClassName,
        connector.Declarations.Select(declaration =>
            new BoundType(declaration, declaration is not ViewDeclarationModel, declaration is ViewDeclarationModel)),
        JsonNode, "CS0117");

    /// <summary>The C# types of arguments, as code outside the class names them.</summary>
    public CSharpTypes WrittenOutside => new(Types, JsonNode, Name + ".");

    /// <summary>
    /// The class of an OpenAPI document: its methods are instance methods, and untyped JSON is JsonElement in both directions.
    /// </summary>
    public static BoundClass Of(ApiModel api) => Of(
        api.ClassName, api.Types.Select(type => new BoundType(type.Declaration, type.IsWritten, type.IsRead)), JsonElement, "CS1061");

    private static BoundClass Of(string name, IEnumerable<BoundType> types, string written, string noMethod)
    {
        var byName = types.ToDictionary(type => type.Declaration.Name, StringComparer.Ordinal);
        return new BoundClass(name, byName, new CSharpTypes(byName, written), new CSharpTypes(byName, JsonElement), noMethod);
    }
}
