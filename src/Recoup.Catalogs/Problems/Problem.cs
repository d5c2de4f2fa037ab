using System.Globalization;
using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Problems;

/// <summary>Something that is wrong with an input document, or that was decided about it. Value-equal.</summary>
public sealed record Problem
{
    /// <summary>Describes a problem.</summary>
    /// <param name="descriptor">Its kind.</param>
    /// <param name="arguments">What fills the places of its message.</param>
    public Problem(ProblemDescriptor descriptor, params string[] arguments) => (Descriptor, Arguments) = (descriptor, new(arguments));

    /// <summary>Its kind.</summary>
    public ProblemDescriptor Descriptor { get; }

    /// <summary>What fills the places of <see cref="ProblemDescriptor.MessageFormat"/>.</summary>
    public EquatableArray<string> Arguments { get; }

    /// <summary>The file it stands in, or null where the text came without one.</summary>
    public string? Path { get; init; }

    /// <summary>The action it is about, or null.</summary>
    public string? Slug { get; init; }

    /// <summary>The JSON pointer (RFC 6901) of the value it is about: below the action when <see cref="Slug"/> is set, else below the document.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Where it stands, or null as long as only action and pointer are known.</summary>
    public TextRange? Range { get; init; }

    /// <summary>The sentence a person reads.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat, [.. Arguments]);

    /// <summary>The problem as compilers print it: <c>file(line,column): error RCP0001: sentence</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Path}{Range?.ToString()}: {Descriptor.Severity.ToString().ToLowerInvariant()} {Descriptor.Id}: {Message}")
            .TrimStart(':', ' ');
}
