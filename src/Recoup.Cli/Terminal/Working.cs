using Spectre.Console;

namespace Recoup.Cli.Terminal;

/// <summary>Shows on a screen what is being done; a build log gets nothing of it.</summary>
internal static class Working
{
    public static Task<T> ShowAsync<T>(Host host, string first, Func<Action<string>, Task<T>> work) => host.ProgressScreen is null
        ? work(_ => { })
        : host.ProgressScreen.Status().StartAsync(Markup.Escape(first), status => work(text => status.Status(Markup.Escape(text))));
}
