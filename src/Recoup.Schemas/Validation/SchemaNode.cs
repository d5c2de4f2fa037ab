using System.Runtime.CompilerServices;
using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Platform;
using Recoup.Schemas.Sources;

namespace Recoup.Schemas.Validation;

/// <summary>A compiled schema: the kinds it allows, and the assertions for each kind.</summary>
internal sealed class SchemaNode(SchemaSource source)
{
    private InstanceKinds _kinds = InstanceKinds.All;

    /// <summary>Kinds that are valid without any check.</summary>
    private InstanceKinds _plain = InstanceKinds.All;

    /// <summary>Kinds with leaf assertions only, which cannot recurse.</summary>
    private InstanceKinds _shallow;
    private LeafAssertion? _reportsKind;

    /// <summary>The only check of objects, if it is a plain pass.</summary>
    private PlainPass _pass;

    /// <summary>The assertions by kind, with the cheapest checks first.</summary>
    private Assertion[][] _assertions = [];

    /// <summary>The steps that one evaluation counts for: 1, and the schemas that it may apply to the same instance.</summary>
    private int _weight = 1;

    public SchemaSource Source { get; } = source;

    /// <summary>The scope to enter. Null unless some schema has dynamic references.</summary>
    public DynamicScope? Scope { get; set; }

    /// <summary>Whether an <c>unevaluated*</c> keyword of this schema needs marks.</summary>
    public bool CollectsMarks { get; set; }

    /// <summary>All assertions, in the order of evaluation.</summary>
    public Assertion[] Assertions { get; private set; } = [];

    public InstanceKinds AdmittedKinds => _kinds;

    /// <summary>The kinds that are valid without any check.</summary>
    public InstanceKinds ValidKinds => _plain;

    /// <summary>
    /// The schema that an evaluation without reports can use instead: the target if this is only a reference to a schema that is none. A
    /// chain of references stays, because each counts as a level.
    /// </summary>
    public SchemaNode Target => TargetOf(this) is { } target && TargetOf(target) is null ? target : this;

    /// <summary>Called once, when the schema is compiled. References can already hold the node before.</summary>
    public void Complete(InstanceKinds kinds, LeafAssertion? reportsKind, Assertion[] all, Assertion[][] assertions)
    {
        _kinds = kinds;
        _reportsKind = reportsKind;
        Assertions = all;
        _assertions = assertions;
        foreach (var assertion in all)
            _weight += assertion.Weight;
        for (var kind = 0; kind < assertions.Length; kind++)
        {
            var bit = (InstanceKinds)(1 << kind);
            _plain = assertions[kind].Length > 0 || (kinds & bit) == 0 ? _plain & ~bit : _plain;
            _shallow |= Array.TrueForAll(assertions[kind], assertion => assertion is LeafAssertion) ? bit : InstanceKinds.None;
        }
    }

    /// <summary>Called once, when all schemas are compiled.</summary>
    public void Link()
    {
        // A schema that is only a reference is its target. A chain of references counts, because it may be long.
        if (Target != this)
            _shallow = InstanceKinds.All;
        foreach (var assertion in Assertions)
            assertion.Link();
        if (Scope is null && !CollectsMarks && (_kinds & InstanceKinds.Object) != 0
            && _assertions[(int)JsonValueKind.Object] is [ObjectAssertion pass])
            _pass = pass.Plain;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Evaluate(JsonElement instance, ref Evaluation run) =>
        IsValidByKind(_plain, instance, out var kind) || EvaluateRest(instance, kind, ref run);

    /// <summary>Whether the kind of an instance is one of those that are valid without any check.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsValidByKind(InstanceKinds valid, JsonElement instance, out int kind)
    {
        kind = (int)instance.ValueKind;
        return ((int)valid >> kind & 1) != 0;
    }

    /// <summary>Evaluates an instance whose kind alone does not make it valid.</summary>
    public bool EvaluateRest(JsonElement instance, int kind, ref Evaluation run)
    {
        if (kind == (int)JsonValueKind.Object && _pass.Exists && run.IsPlain)
            return EvaluatePass(instance, ref run);
        var admitted = ((int)_kinds >> kind & 1) != 0 || AdmitsInteger(kind, instance) || FailKind(instance, ref run);
        var assertions = _assertions[kind];
        if (assertions.Length == 0 || !admitted && run.Trace is null)
            return admitted;
        var valid = ((int)_shallow >> kind & 1) != 0
            ? CheckAll(assertions, instance, ref run)
            : EvaluateDeep(assertions, instance, ref run);
        return valid && admitted;
    }

    private bool EvaluatePass(JsonElement instance, ref Evaluation run)
    {
        var valid = run.Enter(this, _weight) && _pass.Check(instance, ref run);
        run.Leave();
        return valid;
    }

    // A nullable reference does not apply to null, so it is more than its target.
    private static SchemaNode? TargetOf(SchemaNode node) =>
        node is { _kinds: InstanceKinds.All, _plain: InstanceKinds.None, Scope: null, Assertions: [{ IsReference: true } reference] }
            ? reference.InPlace.Single()
            : null;

    private bool CheckAll(Assertion[] assertions, JsonElement instance, ref Evaluation run)
    {
        if (run.Trace is not null)
            return ReportAll(assertions, instance, ref run);
        foreach (var assertion in assertions)
        {
            if (!assertion.Check(instance, ref run))
                return false;
        }

        return true;
    }

    /// <summary>Checks all assertions for a kind, in the order of the schema.</summary>
    private bool ReportAll(Assertion[] assertions, JsonElement instance, ref Evaluation run)
    {
        var valid = true;
        foreach (var assertion in Assertions)
            valid &= Array.IndexOf(assertions, assertion) < 0 || assertion.Check(instance, ref run);
        return valid;
    }

    private bool EvaluateDeep(Assertion[] assertions, JsonElement instance, ref Evaluation run)
    {
        if (!run.Enter(this, CostOf(instance, ref run)))
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

    /// <summary>Every keyword may have to read all of the instance or name, so each 256 bytes of it count again.</summary>
    private long CostOf(JsonElement instance, ref Evaluation run) =>
        (1 + (run.Name.Length + Utf8Json.Length(instance)) / 256) * (long)_weight;

    private bool AdmitsInteger(int kind, JsonElement instance)
    {
        if (kind != (int)JsonValueKind.Number || (_kinds & InstanceKinds.Integer) == 0)
            return false;
        var raw = Utf8Json.RawValue(instance);
        return JsonNumber.IsIntegerLiteral(raw) || Source.Resource.Dialect.IntegersMayHaveFraction && JsonNumber.Parse(raw).IsInteger;
    }

    private bool FailKind(JsonElement instance, ref Evaluation run)
    {
        if (run.Trace is null || run.Exhausted)
            return false;
        if (_reportsKind is not null)
            return run.Fail(_reportsKind, instance);
        return run.FailFalse(Source, instance);
    }

    private static int Size(JsonElement instance) => instance.ValueKind == JsonValueKind.Array
        ? instance.GetArrayLength()
        : Utf8Json.PropertyCount(instance);
}
