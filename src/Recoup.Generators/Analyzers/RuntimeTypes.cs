using Microsoft.CodeAnalysis;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Analyzers;

/// <summary>The types of the runtime and the emulator in one compilation.</summary>
internal sealed class RuntimeTypes
{
    private const string Emulator = "Recoup.Emulator.RecoupEmulator";
    private const string Journal = "Recoup.Emulator.Journal";
    private const string FileRequest = "Recoup.Typed.UploadConnectorFileRequest";
    private const string ConnectionRequest = "Recoup.Typed.AuthorizeConnectorRequest";

    private static readonly string[] Required =
    [
        TypedNames.RecoupClient,
        TypedNames.ActionCall + "`1",
        TypedNames.StagedFile,
        TypedNames.ParameterObject,
        TypedNames.ConnectorAttribute,
        TypedNames.ActionAttribute,
        TypedNames.OpenEnumOf + "`1",
        TypedNames.UnionOf + "`1",
        TypedNames.Optional + "`1",
    ];

    private readonly INamedTypeSymbol?[] _slugTakers;
    private readonly INamedTypeSymbol? _emulator;
    private readonly INamedTypeSymbol? _fileRequest;
    private readonly INamedTypeSymbol? _connectionRequest;
    private readonly INamedTypeSymbol _actionAttribute;
    private readonly INamedTypeSymbol _openEnum;
    private readonly INamedTypeSymbol _union;
    private readonly INamedTypeSymbol _optional;

    private RuntimeTypes(Compilation compilation, INamedTypeSymbol[] required)
    {
        Client = required[0];
        Call = required[1];
        StagedFile = required[2];
        ParameterObject = required[3];
        ConnectorAttribute = required[4];
        _actionAttribute = required[5];
        _openEnum = required[6];
        _union = required[7];
        _optional = required[8];
        _emulator = compilation.GetTypeByMetadataName(Emulator);
        _fileRequest = compilation.GetTypeByMetadataName(FileRequest);
        _connectionRequest = compilation.GetTypeByMetadataName(ConnectionRequest);
        _slugTakers = [Client, _emulator, compilation.GetTypeByMetadataName(Journal)];
    }

    /// <summary><c>RecoupClient</c>.</summary>
    public INamedTypeSymbol Client { get; }

    /// <summary><c>ActionCall&lt;T&gt;</c>.</summary>
    public INamedTypeSymbol Call { get; }

    /// <summary><c>StagedFile</c>.</summary>
    public INamedTypeSymbol StagedFile { get; }

    /// <summary><c>ParameterObject</c>, the base of generated classes.</summary>
    public INamedTypeSymbol ParameterObject { get; }

    /// <summary><c>RecoupConnectorAttribute</c>.</summary>
    public INamedTypeSymbol ConnectorAttribute { get; }

    /// <summary>Returns the types, or null if the compilation does not reference the runtime.</summary>
    public static RuntimeTypes? Of(Compilation compilation)
    {
        var required = new INamedTypeSymbol[Required.Length];
        for (var i = 0; i < required.Length; i++)
        {
            if (compilation.GetTypeByMetadataName(Required[i].Substring("global::".Length)) is not { } type)
                return null;
            required[i] = type;
        }

        return new RuntimeTypes(compilation, required);
    }

    /// <summary>Returns whether the type is a call.</summary>
    public bool IsCall(ITypeSymbol? type) => IsOf(type, Call);

    /// <summary>Returns whether the type is <c>Optional&lt;T&gt;</c> or <c>T?</c>.</summary>
    public bool IsWrapper(ITypeSymbol? type) =>
        type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || IsOf(type, _optional);

    /// <summary>Returns whether the type is a generated open enum.</summary>
    public bool IsOpenEnum(ITypeSymbol type) => Implements(type, _openEnum);

    /// <summary>Returns whether the type is a generated union.</summary>
    public bool IsUnion(ITypeSymbol type) => Implements(type, _union);

    /// <summary>Returns whether the method is <c>StagedFile.FromAddress</c>.</summary>
    public bool IsFromAddress(IMethodSymbol method) => method.Name == "FromAddress" && Is(method.ContainingType, StagedFile);

    /// <summary>Returns the slug of a generated method, or null for any other method.</summary>
    public string? SlugOf(IMethodSymbol method)
    {
        if (!method.IsStatic || !IsCall(method.ReturnType))
            return null;
        foreach (var attribute in method.GetAttributes())
        {
            if (Is(attribute.AttributeClass, _actionAttribute) && attribute.ConstructorArguments is [{ Value: string slug }, ..])
                return slug;
        }

        return null;
    }

    /// <summary>Returns whether the parameter takes a slug: a parameter of the client, the emulator or its journal.</summary>
    public bool TakesSlug(IParameterSymbol parameter) =>
        parameter is { Name: "slug", Type.SpecialType: SpecialType.System_String }
        && _slugTakers.Contains(parameter.ContainingSymbol.ContainingType, SymbolEqualityComparer.Default);

    /// <summary>Returns whether the property takes a slug: that of the request that stages a file.</summary>
    public bool TakesSlug(IPropertySymbol property) => property.Name == "ToolSlug" && Is(property.ContainingType, _fileRequest);

    /// <summary>Returns whether the parameter takes the slug of a connector: a parameter of the emulator.</summary>
    public bool TakesConnector(IParameterSymbol parameter) =>
        parameter is { Name: "connectorSlug", Type.SpecialType: SpecialType.System_String }
        && Is(parameter.ContainingSymbol.ContainingType, _emulator);

    /// <summary>Returns whether the property takes the slug of a connector: that of the request that connects an account.</summary>
    public bool TakesConnector(IPropertySymbol property) => property.Name == "Connector" && Is(property.ContainingType, _connectionRequest);

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(type, other);

    private static bool IsOf(ITypeSymbol? type, INamedTypeSymbol definition) => Is(type?.OriginalDefinition, definition);

    private static bool Implements(ITypeSymbol type, INamedTypeSymbol definition)
    {
        foreach (var implemented in type.Interfaces)
        {
            if (IsOf(implemented, definition))
                return true;
        }

        return false;
    }
}
