using Microsoft.Extensions.Http;
using Recoup.Typed.Transport;

namespace Recoup.Typed.Hosting;

/// <summary>
/// Changes the handlers of the Recoup clients after everything else has added its own. Handlers for resilience that an application gives
/// to all its clients would execute an action several times.
/// </summary>
internal sealed class RecoupHandlerFilter(RecoupClientNames names) : IHttpMessageHandlerBuilderFilter
{
    // By name, because the client does not depend on these packages. The second one is that of Polly's earlier versions.
    private static readonly HashSet<string> Repeating = new(StringComparer.Ordinal)
    {
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    };

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (names.ClientOf(builder.Name) is null)
            return;
        var handlers = builder.AdditionalHandlers;
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (Repeats(handlers[i].GetType()))
                handlers.Insert(i, new UnsafeMethodBypass(handlers[i]));
        }

        handlers.Add(new SendGuard());
    };

    private static bool Repeats(Type? handler)
    {
        for (; handler is not null; handler = handler.BaseType)
        {
            if (handler.FullName is { } name && Repeating.Contains(name))
                return true;
        }

        return false;
    }
}
