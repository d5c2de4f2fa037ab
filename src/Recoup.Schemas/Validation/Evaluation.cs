using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Platform;
using Recoup.Schemas.Resolution;

namespace Recoup.Schemas.Validation;

/// <summary>
/// The state of judging one instance. Lives on the stack; what may grow is rented. With a <see cref="Trace"/> every violation is
/// collected, without one the first ends the run.
/// </summary>
internal ref struct Evaluation
{
    private readonly SchemaProgram _program;
    private int _depth;
    private int _steps;
    private byte[]? _text;
    private char[]? _characters;
    private SchemaResource[]? _scopes;
    private int _scopeCount;

    public Evaluation(SchemaProgram program, Trace? trace)
    {
        this = default;
        _program = program;
        Trace = trace;
        _depth = program.Limits.EvaluationDepth;
        _steps = program.Limits.EvaluationSteps;
    }

    public readonly Trace? Trace { get; }

    /// <summary>What <c>propertyNames</c> is looking at: the text that the undefined element stands for.</summary>
    public ReadOnlySpan<byte> Name;

    /// <summary>Which properties or items of the current instance are evaluated; off unless an <c>unevaluated*</c> keyword will ask.</summary>
    public EvaluatedMarks Marks;

    /// <summary>Set once a limit was hit; from then on every check fails, and so does the whole run, whatever <c>not</c> makes of it.</summary>
    public bool Exhausted { get; private set; }

    public bool Judge(JsonElement instance) => Judge(_program.Root, instance);

    public bool Judge(SchemaNode node, JsonElement instance)
    {
        var valid = node.Evaluate(instance, ref this) && !Exhausted;
        if (_text is not null)
            ArrayPool<byte>.Shared.Return(_text);
        if (_characters is not null)
            ArrayPool<char>.Shared.Return(_characters);
        if (_scopes is not null)
            ArrayPool<SchemaResource>.Shared.Return(_scopes, clearArray: true);
        Marks.Dispose();
        return valid;
    }

    /// <summary>Enters a schema; false when that is too deep or one step too many.</summary>
    public bool Enter(SchemaNode node)
    {
        if (--_depth >= 0 && --_steps >= 0)
            return !Exhausted;
        Exhaust(node.Source, _depth < 0
            ? $"schemas to apply one another at most {_program.Limits.EvaluationDepth} levels deep"
            : $"at most {_program.Limits.EvaluationSteps} steps of evaluation");
        return false;
    }

    public void Leave() => _depth++;

    /// <summary>Charges what a pass over an object or array has cost; too much ends the run at the next schema.</summary>
    public void ChargePass(int count) => _steps -= count;

    /// <summary>Charges work that is not a schema applied, such as comparing items; false when it is too much.</summary>
    public bool Charge(Assertion assertion, int steps)
    {
        _steps -= steps;
        if (_steps >= 0)
            return !Exhausted;
        Exhaust(assertion.Source, $"at most {_program.Limits.EvaluationSteps} steps of evaluation");
        return false;
    }

    public void Exhaust(Reading.SchemaSource source, string expected)
    {
        if (!Exhausted)
            Trace?.Exhausted(source, expected);
        Exhausted = true;
    }

    /// <summary>Reports that an assertion does not hold. Always false.</summary>
    public bool Fail(LeafAssertion assertion, JsonElement instance)
    {
        if (Trace is not null && !Exhausted)
            Trace.Add(assertion, assertion.Keyword, assertion.Expected, assertion.Got(instance, ref this));
        return false;
    }

    /// <summary>Reports a violation in words. Only for runs with a <see cref="Trace"/>. Always false.</summary>
    public readonly bool Fail(Assertion assertion, string keyword, string expected, string got, IReadOnlyList<Violation>? causes = null)
    {
        if (!Exhausted)
            Trace!.Add(assertion, keyword, expected, got, causes);
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

    /// <summary>The text of a string, unescaped, as UTF-8. Valid until the next string is asked for.</summary>
    public ReadOnlySpan<byte> Text(JsonElement instance)
    {
        if (instance.ValueKind == JsonValueKind.Undefined)
            return Name;

        var raw = Utf8Json.RawValue(instance);
        raw = raw.Slice(1, raw.Length - 2);
        if (raw.IndexOf((byte)'\\') < 0)
            return raw;

        Grow(ref _text, raw.Length);
        return _text.AsSpan(0, JsonEscapes.Decode(raw, _text));
    }

    /// <summary>UTF-8 as UTF-16. Valid until the next text is asked for.</summary>
    public ReadOnlySpan<char> Characters(ReadOnlySpan<byte> text)
    {
        Grow(ref _characters, text.Length);
        return _characters.AsSpan(0, Wtf8.Decode(text, _characters));
    }

    /// <summary>Enters a resource in the dynamic scope.</summary>
    public void PushScope(SchemaResource resource)
    {
        _scopes ??= ArrayPool<SchemaResource>.Shared.Rent(32);
        if (_scopeCount == _scopes.Length)
        {
            var larger = ArrayPool<SchemaResource>.Shared.Rent(_scopes.Length * 2);
            _scopes.CopyTo(larger, 0);
            ArrayPool<SchemaResource>.Shared.Return(_scopes, clearArray: true);
            _scopes = larger;
        }

        _scopes[_scopeCount++] = resource;
    }

    public void PopScope() => _scopeCount--;

    /// <summary>The resources entered, outermost first.</summary>
    public readonly ReadOnlySpan<SchemaResource> Scopes => _scopes.AsSpan(0, _scopeCount);

    private static void Grow<T>([NotNull] ref T[]? buffer, int size)
    {
        if (buffer is not null && buffer.Length >= size)
            return;
        if (buffer is not null)
            ArrayPool<T>.Shared.Return(buffer);
        buffer = ArrayPool<T>.Shared.Rent(size);
    }
}
