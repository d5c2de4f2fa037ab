using System.Globalization;
using Recoup.Binding.Actions;
using Recoup.Binding.Types;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>
/// Samples parameters with hostile values from the bound model of an action. Unlike a schema, a model nearly always has a sample.
/// </summary>
internal sealed class ModelSample(ConnectorModel connector, Random random)
{
    private const int Deepest = 4;
    private const int Endless = 30;

    private static readonly string[] Values = ["a", "", "*/", "\"\\", "\u2028\u0085\0", "😀", "{{x}}", "\ufffd", "</summary>"];

    private static readonly KeyValuePair<ScalarKinds, ScalarKind>[] KindNames =
    [
        new(ScalarKinds.String, ScalarKind.Text),
        new(ScalarKinds.Integer, ScalarKind.Integer),
        new(ScalarKinds.Number, ScalarKind.Number),
        new(ScalarKinds.Boolean, ScalarKind.Boolean),
    ];

    private bool _isEndless;

    /// <summary>Returns the parameters, or null if a type requires itself, so that every value is infinite.</summary>
    public JsonText? Of(ActionModel action)
    {
        var parameters = Object(action.Parameters, action.Additional, 0);
        return _isEndless ? null : parameters;
    }

    /// <summary>Returns a value of a declared type, or null if every value is infinite.</summary>
    public JsonText? Of(DeclarationModel declaration)
    {
        var value = Declared(declaration, 0);
        return _isEndless ? null : value;
    }

    private JsonText.Map Object(IReadOnlyList<MemberModel> members, TypeUse? additional, int depth)
    {
        var json = new List<(string Name, JsonText Value)>();
        foreach (var member in members)
        {
            if (member.Presence == MemberPresence.Constant)
                json.Add((member.WireName, JsonText.Parse(member.Constant!)));
            else if (member.Presence == MemberPresence.Required || (depth < Deepest && random.Next(4) > 0))
                json.Add((member.WireName, Value(member.Type, depth)));
        }

        if (additional is { } use && depth < Deepest && !members.Any(member => member.WireName == "*/ more"))
            json.Add(("*/ more", Value(use, depth)));
        return new JsonText.Map(json);
    }

    private JsonText Value(TypeUse use, int depth)
    {
        _isEndless |= depth > Endless;
        if (_isEndless)
            return JsonText.Null;
        if (use.IsNullable && (depth > Deepest || random.Next(5) == 0))
            return JsonText.Null;
        return use.Type switch
        {
            ScalarTypeModel scalar => Scalar(scalar.Kind, use),
            ScalarUnionTypeModel union => Scalar(
                Pick(KindNames.Where(kind => union.Kinds.HasFlag(kind.Key)).Select(kind => kind.Value).ToArray()), use),
            ListTypeModel list => JsonText.Array(Enumerable.Range(0, Count(use, depth)).Select(_ => Value(list.Item, depth + 1))),
            MapTypeModel map => depth > Deepest ? new JsonText.Map([]) : JsonText.Object(("k\"\u2028", Value(map.Value, depth + 1))),
            FileTypeModel { AcceptsText: true } => JsonText.Of("https://a/\""),
            FileTypeModel =>
                JsonText.Object(("name", JsonText.Of("\"")), ("mimetype", JsonText.Of("*/")), ("s3key", JsonText.Of("\u2028"))),
            DeclaredTypeModel declared => Declared(connector.Declarations.Single(declaration => declaration.Name == declared.Name), depth),
            _ => JsonText.Parse(random.Next(2) == 0 ? "\"*/\"" : "[1,null,{\"\\\"\":true}]"),
        };
    }

    private JsonText Declared(DeclarationModel declaration, int depth) => declaration switch
    {
        EnumDeclarationModel values => JsonText.Of(random.Next(4) == 0 ? Pick(Values) : Pick(values.Values).WireValue),
        ClassDeclarationModel @class => Object(@class.Members, @class.Additional, depth + 1),
        ViewDeclarationModel view => Object(view.Members, null, depth + 1),

        // If types are recursive, a single value ends the chain.
        UnionDeclarationModel union =>
            Value(
                depth > Deepest ? union.Branches.OrderBy(branch => branch.Type is ScalarTypeModel ? 0 : 1).First() : Pick(union.Branches),
                depth + 1),
        _ => throw new InvalidOperationException(declaration.GetType().Name),
    };

    private JsonText Scalar(ScalarKind kind, TypeUse use)
    {
        double? Operand(params ConstraintKind[] kinds) => use.Constraints.Where(constraint => kinds.Contains(constraint.Kind))
            .Select(constraint => (double?)double.Parse(constraint.Operand, CultureInfo.InvariantCulture)).FirstOrDefault();
        switch (kind)
        {
            case ScalarKind.Text:
                var text = Pick(Values);
                text = text.PadRight(
                    (int)Math.Min(Operand(ConstraintKind.MinLength) ?? 0, 1000) + text.Length - text.EnumerateRunes().Count(), 'a');
                return JsonText.Of(Operand(ConstraintKind.MaxLength) is { } most && most < text.Length ? new string('a', (int)most) : text);
            case ScalarKind.Integer:
                return Number((long)(Operand(ConstraintKind.Minimum, ConstraintKind.ExclusiveMinimum) + 1
                    ?? Operand(ConstraintKind.Maximum, ConstraintKind.ExclusiveMaximum) - 1
                    ?? 9007199254740993));
            case ScalarKind.Number:
                return Number(Operand(ConstraintKind.Minimum, ConstraintKind.ExclusiveMinimum) + 1
                    ?? Operand(ConstraintKind.Maximum, ConstraintKind.ExclusiveMaximum) - 1
                    ?? 0.1);
            case ScalarKind.Boolean:
                return JsonText.Of(random.Next(2) == 0);
            case ScalarKind.DateTime:
                return JsonText.Of("2026-11-22T01:02:03+02:00");
            case ScalarKind.Date:
                return JsonText.Of("2026-11-22");
            case ScalarKind.Uuid:
                return JsonText.Of("0f8fad5b-d9cb-469f-a165-70867728950e");
            default:
                return JsonText.Of("AQL/");
        }
    }

    private static JsonText Number<T>(T value)
        where T : IFormattable => JsonText.Parse(value.ToString("R", CultureInfo.InvariantCulture));

    private int Count(TypeUse use, int depth)
    {
        int? Operand(ConstraintKind kind) => use.Constraints.Where(constraint => constraint.Kind == kind)
            .Select(constraint => (int?)int.Parse(constraint.Operand, CultureInfo.InvariantCulture)).FirstOrDefault();
        var least = Math.Min(Operand(ConstraintKind.MinItems) ?? 0, 20);
        return depth > Deepest ? least : Math.Min(Math.Max(least, random.Next(3)), Operand(ConstraintKind.MaxItems) ?? int.MaxValue);
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
