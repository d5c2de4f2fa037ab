using Spectre.Console;

namespace Recoup.Cli.Terminal;

/// <summary>The environment of the tool: streams, screens, API key, network and clock. Tests replace it.</summary>
internal sealed record Host
{
    /// <summary>The stream for results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>The stream behind <see cref="Out"/>, for a protocol that is no text of the tool.</summary>
    public Stream OutStream { get; init; } = Stream.Null;

    /// <summary>The stream for errors and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The stream that is read for the document <c>-</c>.</summary>
    public Stream In { get; init; } = Stream.Null;

    /// <summary>The screen for results, or null if they go to a file, a pipe or a build log.</summary>
    public IAnsiConsole? Screen { get; init; }

    /// <summary>The screen for progress, or null if there is none.</summary>
    public IAnsiConsole? ProgressScreen { get; init; }

    /// <summary>The API key from the environment, or null if it is not set.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The handler that sends requests, or null to use the network.</summary>
    public HttpMessageHandler? Handler { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
