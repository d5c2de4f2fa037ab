using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Recoup.Cli.Commands;

/// <summary>Options that take a number of a range. A number is written alike in every culture.</summary>
internal static class NumberRange
{
    private const double LeastSeconds = 0.001;
    private const int MostDays = 36_500;

    /// <summary>Accepts the integers of a range.</summary>
    public static void AcceptIntegers(this Option<int> option, int least, int most) => option.CustomParser = result => Parse<int>(
        result,
        FormattableString.Invariant($"{option.Name}: expected {least} to {most}"),
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? number : null);

    /// <summary>Accepts seconds, from one that a timer can measure up to a maximum.</summary>
    public static void AcceptSeconds(this Option<double> option, int most) => option.CustomParser = result => Parse<double>(
        result,
        FormattableString.Invariant($"{option.Name}: expected {LeastSeconds} to {most} seconds"),
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= LeastSeconds && seconds <= most ? seconds : null);

    /// <summary>Accepts an age in days, hours or minutes.</summary>
    public static void AcceptAge(this Option<TimeSpan?> option) => option.CustomParser = result => Parse<TimeSpan>(
        result,
        FormattableString.Invariant(
            $"{option.Name}: expected at most {MostDays} days as days, hours or minutes, such as 30d, 12h or 45m"),
        text => Age(text) is { } age && age <= TimeSpan.FromDays(MostDays) ? age : null);

    private static TimeSpan? Age(string text)
    {
        var unit = text is [.., var last] ? last : ' ';
        var digits = text.AsSpan(0, Math.Max(0, text.Length - 1));
        var isNumber = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return (isNumber, unit) switch
        {
            // No int of hours or minutes overflows.
            (true, 'd') when number <= MostDays => TimeSpan.FromDays(number),
            (true, 'h') => TimeSpan.FromHours(number),
            (true, 'm') => TimeSpan.FromMinutes(number),
            _ => null,
        };
    }

    private static T Parse<T>(ArgumentResult result, string expected, Func<string, T?> read)
        where T : struct
    {
        var text = result.Tokens[0].Value;
        if (read(text) is { } value)
            return value;
        result.AddError($"{expected}, got '{text}'.");
        return default;
    }
}
