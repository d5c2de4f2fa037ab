using System.Globalization;
using Recoup.Binding.Types;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Actions;

/// <summary>
/// Emits expressions that read values from a result. The readers of the runtime are lenient and have the names of <see cref="ScalarKind"/>.
/// </summary>
internal sealed class ResultEmitter(TypeSyntax types)
{
    // A lambda over a reference type has to repeat the nullability attribute of the delegate (CS8622).
    private const string NotNull = "[global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out ";

    private int _depth;

    /// <summary>The C# types of results.</summary>
    public TypeSyntax Types => types;

    /// <summary>Returns the last expression of a method, which creates the call.</summary>
    public string End(TypeUse? result) => result?.Type switch
    {
        null => "ToCall()",
        ListTypeModel list =>
            $"ToCall(static __json => {TypedNames.ResultValue}.ListOf<{types.Of(list.Item)}>(__json, {Reader(list.Item)}))",
        MapTypeModel map => $"ToCall(static __json => {TypedNames.ResultValue}.MapOf<{types.Of(map.Value)}>(__json, {Reader(map.Value)}))",
        { } view => $"ToView<{types.Bare(view)}>()",
    };

    /// <summary>Returns an expression that reads a property of a view.</summary>
    public string Member(MemberModel member)
    {
        var name = Literal.Text(Literal.WellFormed(member.WireName));
        return member.Type.Type switch
        {
            ScalarTypeModel scalar => $"Read{scalar.Kind}({name})",
            ListTypeModel { Item: { IsNullable: false } item } when ListMethod(item.Type) is { } method => $"{method}({name})",
            ListTypeModel list => $"ReadList<{types.Of(list.Item)}>({name}, {Reader(list.Item)})",
            MapTypeModel map => $"ReadMap<{types.Of(map.Value)}>({name}, {Reader(map.Value)})",
            FileTypeModel => $"ReadFile({name})",
            DeclaredTypeModel { Kind: DeclaredKind.Enum } values => $"ReadEnum<{types.Bare(values)}>({name})",
            DeclaredTypeModel view => $"ReadView<{types.Bare(view)}>({name})",
            _ => $"ReadAny({name})",
        };
    }

    // The lists that the runtime reads without a function for their items, which takes a field and a type in the assembly.
    private string? ListMethod(TypeModel item) => item switch
    {
        ScalarTypeModel { Kind: ScalarKind.Text } => "ReadTexts",
        DeclaredTypeModel { Kind: DeclaredKind.Enum } => $"ReadEnums<{types.Bare(item)}>",
        DeclaredTypeModel => $"ReadViews<{types.Bare(item)}>",
        _ => null,
    };

    // The reader of an item of a list or a map: a method of the runtime, or a lambda that calls one with more arguments.
    private string Reader(TypeUse item)
    {
        if (item.IsNullable && item.Type is not JsonTypeModel)
        {
            var bare = item with { IsNullable = false };
            return Lambda("out " + types.Of(item), types.IsReference(item.Type) ? "OrNull" : "ValueOrNull", () => Reader(bare));
        }

        return item.Type switch
        {
            ScalarTypeModel scalar => $"{TypedNames.ResultValue}.{scalar.Kind}",
            ListTypeModel list => Lambda(NotNull + types.Of(item), $"List<{types.Of(list.Item)}>", () => Reader(list.Item)),
            MapTypeModel map => Lambda(NotNull + types.Of(item), $"Map<{types.Of(map.Value)}>", () => Reader(map.Value)),
            FileTypeModel => $"{TypedNames.ResultValue}.File",
            DeclaredTypeModel { Kind: DeclaredKind.Enum } values => $"{TypedNames.ResultValue}.Enum<{types.Bare(values)}>",
            DeclaredTypeModel view => $"{TypedNames.ResultValue}.View<{types.Bare(view)}>",
            _ => $"{TypedNames.ResultValue}.Any",
        };
    }

    private string Lambda(string parameter, string method, Func<string> inner)
    {
        var suffix = (++_depth).ToString(CultureInfo.InvariantCulture);
        var lambda = $"static ({TypedNames.JsonElement} __json{suffix}, {parameter} __value{suffix}) => "
            + $"{TypedNames.ResultValue}.{method}(__json{suffix}, {inner()}, out __value{suffix})";
        _depth--;
        return lambda;
    }
}
