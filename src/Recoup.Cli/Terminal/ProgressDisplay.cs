using Spectre.Console;

namespace Recoup.Cli.Terminal;

/// <summary>Shows the current step on a screen. A build log gets no progress.</summary>
internal static class ProgressDisplay
{
    public static Task<T> ShowAsync<T>(Host host, string firstStep, Func<Action<string>, Task<T>> work) => host.ProgressScreen is null
        ? work(_ => { })
        : host.ProgressScreen.Status().StartAsync(Markup.Escape(firstStep), status => work(step => status.Status(Markup.Escape(step))));
}
