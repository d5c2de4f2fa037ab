using System.Globalization;
using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Problems;

/// <summary>Something that is wrong with an input document, or a decision that was made about it. Value-equal.</summary>
public sealed record Problem
{
    internal Problem(ProblemDescriptor descriptor, params string[] arguments) =>
        (Descriptor, Arguments) = (descriptor, new(arguments.Select(OneLine)));

    /// <summary>The kind of problem.</summary>
    public ProblemDescriptor Descriptor { get; }

    /// <summary>The file that has the problem, or null if the text did not come from a file.</summary>
    public string? Path { get; init; }

    /// <summary>The slug of the action that has the problem, or null.</summary>
    public string? Slug { get; init; }

    /// <summary>
    /// The JSON pointer (RFC 6901) of the value that has the problem: below the action if <see cref="Slug"/> is set, otherwise below the
    /// document.
    /// </summary>
    public string Pointer { get; init; } = "";

    /// <summary>The lines and columns, or null if only the action and the pointer are known.</summary>
    public TextRange? Range { get; init; }

    /// <summary>The text of the problem: what was expected, what came, and what to do.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat, [.. Arguments]);

    /// <summary>The values for the placeholders in <see cref="ProblemDescriptor.MessageFormat"/>.</summary>
    internal EquatableArray<string> Arguments { get; }

    /// <summary>A text on one line. Tools print a problem as one line.</summary>
    internal static string OneLine(string text) => text.Any(IsBreak)
        ? new string([.. text.Select(character => IsBreak(character) ? ' ' : character)])
        : text;

    private static bool IsBreak(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';

    /// <summary>Returns the problem as compilers print it: <c>file(line,column): error RCP0001: message</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{Path}{Range?.ToString()}: {Descriptor.Severity.ToString().ToLowerInvariant()} {Descriptor.Id}: {Message}")
            .TrimStart(':', ' ');
}
