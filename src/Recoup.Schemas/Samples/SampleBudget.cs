using System.Globalization;
using Recoup.Schemas.Sources;

namespace Recoup.Schemas.Samples;

/// <summary>Counts the steps of one sample, and keeps the first reason why a part of it could not be created.</summary>
internal sealed class SampleBudget(int steps)
{
    private readonly int _steps = steps;
    private int _left = steps;
    private string? _reason;

    public int Left => Math.Max(0, _left);

    public bool IsExhausted => _left <= 0;

    /// <summary>Why there is no sample.</summary>
    public string Reason => IsExhausted
        ? $"no sample within the budget of {_steps.ToString(CultureInfo.InvariantCulture)} steps (JsonSchemaLimits.SampleSteps)"
        : _reason ?? "no instance that satisfies the schema was found";

    /// <summary>Takes steps. False if none are left.</summary>
    public bool Take(long steps)
    {
        _left = (int)Math.Max(_left - steps, -1);
        return !IsExhausted;
    }

    /// <summary>Records that a schema demands more than a sample can have. Always returns false.</summary>
    public bool GiveUp(SchemaSource source, string keyword, string text)
    {
        _reason ??= $"{source.LocationOf(keyword)}: {text}";
        return false;
    }

    /// <summary>Whether a bound is within what a sample can have.</summary>
    public bool Allows(SchemaSource source, string keyword, long bound, int most, string unit) =>
        bound <= most || GiveUp(source, keyword, FormattableString.Invariant(
            $"expected at most {most} {unit} in a sample, got at least {bound}"));
}
