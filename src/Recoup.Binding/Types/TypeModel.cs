using Recoup.Catalogs;

namespace Recoup.Binding.Types;

/// <summary>A C# type that a schema is bound to. Value-equal: the compiler's cache depends on it.</summary>
internal abstract record TypeModel;

/// <summary>A type of the framework that takes one JSON string, number or boolean.</summary>
/// <param name="Kind">Which one.</param>
internal sealed record ScalarTypeModel(ScalarKind Kind) : TypeModel;

/// <summary><c>JsonNode</c>: any JSON.</summary>
internal sealed record JsonTypeModel : TypeModel
{
    /// <summary>The only instance.</summary>
    public static JsonTypeModel Instance { get; } = new();
}

/// <summary><c>IReadOnlyList&lt;T&gt;</c>.</summary>
/// <param name="Item">The type of the items.</param>
internal sealed record ListTypeModel(TypeUse Item) : TypeModel;

/// <summary><c>IReadOnlyDictionary&lt;string, T&gt;</c>.</summary>
/// <param name="Value">The type of the values.</param>
internal sealed record MapTypeModel(TypeUse Value) : TypeModel;

/// <summary><c>StagedFile</c>.</summary>
/// <param name="AcceptsText">Whether the position takes an address as plain text as well as a descriptor.</param>
internal sealed record FileTypeModel(bool AcceptsText) : TypeModel;

/// <summary>A type that is declared inside the connector's class.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Kind">What it is.</param>
internal sealed record DeclaredTypeModel(string Name, DeclaredKind Kind) : TypeModel
{
    /// <summary>Whether it is a struct.</summary>
    public bool IsValueType => Kind is DeclaredKind.Enum or DeclaredKind.Union;
}

/// <summary>What a declared type is.</summary>
internal enum DeclaredKind
{
    /// <summary>An open enum: a struct that converts from text.</summary>
    Enum,

    /// <summary>A union of shapes: a struct that converts from each of them.</summary>
    Union,

    /// <summary>A class that is written.</summary>
    Class,

    /// <summary>A view that is read.</summary>
    View,
}

/// <summary>A union of single values: one of the structs of the runtime, for example <c>StringOrNumberOrBoolean</c>.</summary>
/// <param name="Kinds">The kinds of its values, at least two.</param>
internal sealed record ScalarUnionTypeModel(ScalarKinds Kinds) : TypeModel
{
    /// <summary>The name of the struct, in the words of JSON Schema.</summary>
    public string Name => string.Join("Or", Kinds.ToString().Split([", "], StringSplitOptions.None));
}

/// <summary>The kinds of single values that a union can hold. Their order is that of the names of unions.</summary>
[Flags]
internal enum ScalarKinds
{
    None = 0,
    String = 1,
    Integer = 2,
    Number = 4,
    Boolean = 8,
}

/// <summary>The framework's types for single values.</summary>
internal enum ScalarKind
{
    /// <summary><c>string</c>.</summary>
    Text,

    /// <summary><c>long</c>.</summary>
    Integer,

    /// <summary><c>double</c>.</summary>
    Number,

    /// <summary><c>bool</c>.</summary>
    Boolean,

    /// <summary><c>DateTimeOffset</c>, RFC 3339.</summary>
    DateTime,

    /// <summary><c>DateOnly</c>.</summary>
    Date,

    /// <summary><c>Guid</c>.</summary>
    Uuid,

    /// <summary><c>ReadOnlyMemory&lt;byte&gt;</c>, Base64 on the wire.</summary>
    Bytes,
}

/// <summary>A type at one place, with nullability and constraints.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsNullable">Whether null is a value.</param>
/// <param name="Constraints">What is checked when a value is written.</param>
internal readonly record struct TypeUse(TypeModel Type, bool IsNullable, EquatableArray<ConstraintModel> Constraints);

/// <summary>One bound of a value.</summary>
/// <param name="Kind">The bound.</param>
/// <param name="Operand">Its operand as invariant text: a number, or a pattern as the schema spells it.</param>
/// <param name="Regex">The pattern in .NET's spelling; null for other bounds.</param>
internal sealed record ConstraintModel(ConstraintKind Kind, string Operand, string? Regex = null);

/// <summary>The keywords that are checked when a value is written.</summary>
internal enum ConstraintKind
{
    /// <summary><c>minimum</c>.</summary>
    Minimum,

    /// <summary><c>maximum</c>.</summary>
    Maximum,

    /// <summary><c>exclusiveMinimum</c>.</summary>
    ExclusiveMinimum,

    /// <summary><c>exclusiveMaximum</c>.</summary>
    ExclusiveMaximum,

    /// <summary><c>minLength</c>, in code points.</summary>
    MinLength,

    /// <summary><c>maxLength</c>, in code points.</summary>
    MaxLength,

    /// <summary><c>pattern</c>.</summary>
    Pattern,

    /// <summary><c>minItems</c>.</summary>
    MinItems,

    /// <summary><c>maxItems</c>.</summary>
    MaxItems,
}
