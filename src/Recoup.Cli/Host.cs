using Spectre.Console;

namespace Recoup.Cli;

/// <summary>What the tool has of the world around it. Tests give it another one.</summary>
internal sealed record Host
{
    /// <summary>Where results go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where complaints and progress go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>A person's screen for results, or null where they go to a file, a pipe or a build log.</summary>
    public IAnsiConsole? Screen { get; init; }

    /// <summary>A person's screen for progress, or null.</summary>
    public IAnsiConsole? ProgressScreen { get; init; }

    /// <summary>The key, from the environment; null where there is none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>What carries requests, or null for the network.</summary>
    public HttpMessageHandler? Handler { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
