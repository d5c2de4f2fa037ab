using System.Runtime.CompilerServices;
using System.Text.Json;
using Recoup.Schemas.Reading;
using Recoup.Schemas.Resolution;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Compilation;

/// <summary>A compiled schema: the kinds it admits, and for each kind the assertions that remain.</summary>
internal sealed class SchemaNode(SchemaSource source)
{
    private Kinds _kinds = Kinds.All | Kinds.Name;

    /// <summary>Kinds that are admitted without further ado.</summary>
    private Kinds _plain = Kinds.All | Kinds.Name;

    /// <summary>Kinds that only assertions apply to which look no deeper: they cannot recurse.</summary>
    private Kinds _shallow;
    private Assertion?[] _reportsKind = [];
    private Assertion[][] _assertions = AssertionLists.Empty;

    public SchemaSource Source { get; } = source;

    /// <summary>The resource to enter in the dynamic scope, in schemas that have dynamic references.</summary>
    public SchemaResource? Scope { get; set; }

    /// <summary>Whether an <c>unevaluated*</c> keyword of this schema asks for marks.</summary>
    public bool CollectsMarks { get; set; }

    /// <summary>All assertions, in the order of evaluation.</summary>
    public IReadOnlyList<Assertion> Assertions { get; private set; } = [];

    public Kinds AdmittedKinds => _kinds;

    /// <summary>Called once, when the schema is compiled; references may hold the node before.</summary>
    public void Complete(Kinds kinds, Assertion? reportsKind, IReadOnlyList<Assertion> all, Assertion[][] assertions)
    {
        _kinds = kinds;
        _reportsKind = reportsKind is null ? [] : [reportsKind];
        Assertions = all;
        _assertions = assertions;
        for (var kind = 0; kind < assertions.Length; kind++)
        {
            var bit = (Kinds)(1 << kind);
            _plain = assertions[kind].Length > 0 || (kinds & bit) == 0 ? _plain & ~bit : _plain;
            _shallow |= Array.TrueForAll(assertions[kind], assertion => assertion is LeafAssertion) ? bit : Kinds.None;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Evaluate(JsonElement instance, ref Evaluation run)
    {
        var kind = (int)instance.ValueKind;
        return ((int)_plain >> kind & 1) != 0 || EvaluateRest(instance, kind, ref run);
    }

    private bool EvaluateRest(JsonElement instance, int kind, ref Evaluation run)
    {
        var admitted = ((int)_kinds >> kind & 1) != 0 || AdmitsInteger(kind, instance) || FailKind(instance, ref run);
        var assertions = _assertions[kind];
        if (assertions.Length == 0 || !admitted && run.Trace is null)
            return admitted;
        var valid = ((int)_shallow >> kind & 1) != 0 ? CheckAll(assertions, instance, ref run) : EvaluateDeep(assertions, instance, ref run);
        return valid && admitted;
    }

    private static bool CheckAll(Assertion[] assertions, JsonElement instance, ref Evaluation run)
    {
        var valid = true;
        foreach (var assertion in assertions)
        {
            if (assertion.Check(instance, ref run))
                continue;
            valid = false;
            if (run.Trace is null)
                break;
        }

        return valid;
    }

    private bool EvaluateDeep(Assertion[] assertions, JsonElement instance, ref Evaluation run)
    {
        if (!run.Enter(this))
        {
            run.Leave();
            return false;
        }

        if (Scope is not null)
            run.PushScope(Scope);

        var outer = default(EvaluatedMarks.Frame);
        var collects = CollectsMarks && instance.ValueKind is (JsonValueKind.Object or JsonValueKind.Array);
        if (collects)
            outer = run.Marks.Begin(Size(instance));

        var valid = CheckAll(assertions, instance, ref run);
        if (collects)
            run.Marks.End(outer, merge: true);
        if (Scope is not null)
            run.PopScope();
        run.Leave();
        return valid;
    }

    private bool AdmitsInteger(int kind, JsonElement instance) =>
        kind == (int)JsonValueKind.Number && (_kinds & Kinds.Integer) != 0 && JsonNumber.IsIntegerOf(instance, Source.Resource.Dialect);

    private bool FailKind(JsonElement instance, ref Evaluation run)
    {
        if (run.Trace is null || run.Exhausted)
            return false;
        if (_reportsKind.Length > 0)
            return run.Fail((LeafAssertion)_reportsKind[0]!, instance);
        run.Trace.AddFalse(Source, Describe.Value(instance, ref run));
        return false;
    }

    private static int Size(JsonElement instance) => instance.ValueKind == JsonValueKind.Array
        ? instance.GetArrayLength()
        : Platform.Utf8Json.PropertyCount(instance);
}
