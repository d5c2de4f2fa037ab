using System.Buffers;
using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Patterns;
using Recoup.Schemas.Platform;
using Recoup.Schemas.Sources;

namespace Recoup.Schemas.Validation;

/// <summary>
/// The state of one evaluation. It lives on the stack, and its buffers are rented. With a <see cref="Trace"/> all violations are collected.
/// Without one the evaluation ends at the first violation.
/// </summary>
internal ref struct Evaluation
{
    private readonly JsonSchemaLimits _limits;
    private int _depth;
    private int _steps;
    private byte[]? _text;
    private char[]? _characters;
    private DynamicScope[]? _scopes;
    private int _scopeCount;
    private readonly Trace? _reports;

    public Evaluation(JsonSchemaLimits limits, Trace? trace)
        : this(limits, trace, limits.EvaluationSteps)
    {
    }

    public Evaluation(JsonSchemaLimits limits, Trace? trace, int steps)
    {
        this = default;
        _limits = limits;
        Trace = trace;
        _reports = trace;
        _depth = limits.EvaluationDepth;
        _steps = steps;
    }

    /// <summary>Where to report violations. Null if the first one ends the evaluation.</summary>
    public Trace? Trace { readonly get; private set; }

    /// <summary>Whether neither reports nor marks are needed.</summary>
    public readonly bool IsPlain => Trace is null && !Marks.On;

    public readonly int StepsLeft => Math.Max(0, _steps);

    /// <summary>The property name that <c>propertyNames</c> checks. The undefined element stands for it.</summary>
    public ReadOnlySpan<byte> Name;

    /// <summary>The evaluated properties or items of the current instance. Off unless an <c>unevaluated*</c> keyword needs them.</summary>
    public EvaluatedMarks Marks;

    /// <summary>
    /// Whether a limit was exceeded. From then on every check fails, and so does the whole evaluation, even under <c>not</c>.
    /// </summary>
    public bool Exhausted { get; private set; }

    /// <summary>Evaluates an instance, and ends the evaluation.</summary>
    public bool Judge(SchemaNode node, JsonElement instance)
    {
        var isValid = SchemaNode.IsValidByKind(node.ValidKinds, instance, out var kind);
        if (kind == (int)JsonValueKind.Undefined)
            throw new ArgumentException("The instance is undefined: default(JsonElement) holds no JSON.", nameof(instance));
        var valid = (isValid || node.EvaluateRest(instance, kind, ref this)) && !Exhausted;
        if (_text is not null)
            ArrayPool<byte>.Shared.Return(_text);
        if (_characters is not null)
            ArrayPool<char>.Shared.Return(_characters);
        if (_scopes is not null)
            ArrayPool<DynamicScope>.Shared.Return(_scopes, clearArray: true);
        Marks.Dispose();
        return valid;
    }

    /// <summary>
    /// Applies a schema whose violations do not matter: whether it matches is all that the keyword asks, so the first one ends it.
    /// </summary>
    public bool Matches(SchemaNode node, JsonElement instance)
    {
        var trace = Trace;
        Trace = null;
        var matches = node.Evaluate(instance, ref this);
        Trace = trace;
        return matches;
    }

    /// <summary>Enters a schema. False if that exceeds a limit.</summary>
    public bool Enter(SchemaNode node, long cost)
    {
        _steps = (int)Math.Max(_steps - cost, -1);
        if (--_depth >= 0 && _steps >= 0)
            return !Exhausted;
        Exhaust(node.Source, _depth < 0
            ? $"at most {_limits.EvaluationDepth} levels of schemas that apply one another"
            : $"at most {_limits.EvaluationSteps} steps of evaluation");
        return false;
    }

    public void Leave() => _depth++;

    /// <summary>
    /// Charges the steps of a pass over an object or array. If they exceed the limit, the evaluation ends at the next schema.
    /// </summary>
    public void ChargePass(int count) => _steps -= count;

    /// <summary>
    /// Charges steps other than the application of schemas, such as comparisons of items. False if they exceed the limit.
    /// </summary>
    public bool Charge(Assertion assertion, int steps)
    {
        _steps -= steps;
        if (_steps >= 0)
            return !Exhausted;
        Exhaust(assertion.Source, $"at most {_limits.EvaluationSteps} steps of evaluation");
        return false;
    }

    public void Exhaust(SchemaSource source, string expected)
    {
        if (!Exhausted)
            _reports?.Exhausted(source, expected);
        Exhausted = true;
    }

    /// <summary>Reports that an assertion failed. Always returns false.</summary>
    public bool Fail(LeafAssertion assertion, JsonElement instance)
    {
        if (Trace is { } trace && !Exhausted)
            Exhausted = !trace.TryAdd(assertion.Source, assertion.Keyword, assertion.Expected, assertion.Got(instance, ref this));
        return false;
    }

    /// <summary>Reports a violation. Requires a <see cref="Trace"/>. Always returns false.</summary>
    public bool Fail(Assertion assertion, string keyword, string expected, string got, IReadOnlyList<Violation>? causes = null)
    {
        // If the causes fill the list, the violation that they explain is listed all the same.
        if (!Exhausted || causes is not null && Trace!.HasMore)
            Exhausted = !Trace!.TryAdd(assertion.Source, keyword, expected, got, causes);
        return false;
    }

    /// <summary>Reports a violation of the schema <c>false</c>. Requires a <see cref="Trace"/>. Always returns false.</summary>
    public bool FailFalse(SchemaSource source, JsonElement instance)
    {
        if (!Exhausted)
            Exhausted = !Trace!.TryAddFalse(source, Describe(instance));
        return false;
    }

    /// <summary>Applies a subschema of a keyword to the same instance.</summary>
    public bool Apply(SchemaNode node, JsonElement instance, string keyword, string? key = null)
    {
        if (Trace is not { } trace)
            return node.Evaluate(instance, ref this);

        var length = trace.PushKeyword(keyword, key);
        var valid = node.Evaluate(instance, ref this);
        trace.PopKeyword(length);
        return valid;
    }

    /// <summary>Applies a subschema in the array of a keyword to the same instance.</summary>
    public bool Apply(SchemaNode node, JsonElement instance, string keyword, int index)
    {
        if (Trace is not { } trace)
            return node.Evaluate(instance, ref this);
        var length = trace.PushKeyword(keyword, index);
        var valid = node.Evaluate(instance, ref this);
        trace.PopKeyword(length);
        return valid;
    }

    /// <summary>The unescaped text of a string as UTF-8. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Text(JsonElement instance)
    {
        if (instance.ValueKind == JsonValueKind.Undefined)
            return Name;

        var raw = Utf8Json.RawValue(instance);
        raw = raw.Slice(1, raw.Length - 2);
        if (raw.IndexOf((byte)'\\') < 0)
            return raw;

        var buffer = Grow(ref _text, raw.Length);
        return buffer.AsSpan(0, JsonEscapes.Decode(raw, buffer));
    }

    /// <summary>Converts UTF-8 to UTF-16. Valid until the next call.</summary>
    public ReadOnlySpan<char> Characters(ReadOnlySpan<byte> text)
    {
        var buffer = Grow(ref _characters, text.Length);
        return buffer.AsSpan(0, Wtf8.Decode(text, buffer));
    }

    /// <summary>Whether a pattern matches somewhere in a text.</summary>
    public bool IsMatch(EcmaPattern pattern, ReadOnlySpan<byte> text, Assertion assertion)
    {
        var matches = pattern.IsMatch(Characters(text), ref _steps);
        if (matches is null)
            Exhaust(assertion.Source, $"at most {_limits.EvaluationSteps} steps of evaluation");
        return matches == true;
    }

    /// <summary>Describes an instance for a violation: containers by their kind, other values as shortened JSON.</summary>
    public string Describe(JsonElement instance) => instance.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.Undefined or JsonValueKind.String => Json.Describe.Quote(Json.Describe.Text(Text(instance))),
        _ => Json.Describe.Literal(instance),
    };

    /// <summary>Enters a resource in the dynamic scope.</summary>
    public void PushScope(DynamicScope scope)
    {
        _scopes ??= ArrayPool<DynamicScope>.Shared.Rent(32);
        if (_scopeCount == _scopes.Length)
        {
            var larger = ArrayPool<DynamicScope>.Shared.Rent(_scopes.Length * 2);
            _scopes.CopyTo(larger, 0);
            ArrayPool<DynamicScope>.Shared.Return(_scopes, clearArray: true);
            _scopes = larger;
        }

        _scopes[_scopeCount++] = scope;
    }

    public void PopScope() => _scopeCount--;

    /// <summary>The scopes entered, outermost first.</summary>
    public readonly ReadOnlySpan<DynamicScope> Scopes => _scopes.AsSpan(0, _scopeCount);

    private static T[] Grow<T>(ref T[]? buffer, int size)
    {
        if (buffer is not null && buffer.Length >= size)
            return buffer;
        if (buffer is not null)
            ArrayPool<T>.Shared.Return(buffer);
        return buffer = ArrayPool<T>.Shared.Rent(size);
    }
}
