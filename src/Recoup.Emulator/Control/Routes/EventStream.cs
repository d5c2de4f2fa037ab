using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Recoup.Emulator.Control.Calls;
using Recoup.Emulator.Core.Changes;

namespace Recoup.Emulator.Control.Routes;

/// <summary>Sends exchanges and changes as server-sent events, as the HTML standard defines them (section 9.2).</summary>
internal static class EventStream
{
    private const int MostListeners = 256;

    // Events that happen close together are sent together.
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(20);

    // A comment now and then shows both sides that the connection lives.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private static readonly Change[] Kinds =
        [.. Enum.GetValues<Change>().Where(kind => kind is not (Change.None or Change.Exchange))];

    /// <exception cref="OperationCanceledException">The listener is gone, or the emulator stops.</exception>
    public static async Task WriteAsync(ControlCall call, HttpContext context)
    {
        using var listener = call.Engine.Changes.TryListen(MostListeners)
            ?? throw new ControlProblem(503, $"The emulator has {MostListeners} listeners, and cannot take more.");
        var last = context.Request.Headers["Last-Event-ID"] is [{ Length: > 0 } id, ..] ? id : null;
        var position = last is null ? call.Engine.Exchanges.End : call.Events.After(last);

        // A listener that stops reading for a while is not disconnected.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await SendAsync(context, Encoding.UTF8.GetBytes("retry: 1000\n\n"), call.Aborted).ConfigureAwait(false);
        if (position is null)
            await SendAsync(context, Changed(Change.State), call.Aborted).ConfigureAwait(false);
        var at = position ?? 0;
        while (true)
        {
            at = await SendExchangesAsync(call, context, at).ConfigureAwait(false);
            var change = await listener.WaitAsync(Silence, call.Aborted).ConfigureAwait(false);
            if (change == Change.None)
                await SendAsync(context, ": \n\n"u8.ToArray(), call.Aborted).ConfigureAwait(false);
            else
                await Task.Delay(Together, TimeProvider.System, call.Aborted).ConfigureAwait(false);
            if ((change & ~Change.Exchange) != Change.None)
                await SendAsync(context, Changed(change), call.Aborted).ConfigureAwait(false);
        }
    }

    private static async ValueTask<long> SendExchangesAsync(ControlCall call, HttpContext context, long position)
    {
        while (call.Events.From(position) is { } batch)
        {
            if (call.Engine.Exchanges.DroppedBetween(position, batch.Start) is > 0 and var count)
            {
                var missed = string.Create(CultureInfo.InvariantCulture, $"event: missed\ndata: {{\"count\":{count}}}\n\n");
                await SendAsync(context, Encoding.UTF8.GetBytes(missed), call.Aborted).ConfigureAwait(false);
            }

            await SendAsync(context, batch.Utf8, call.Aborted).ConfigureAwait(false);
            position = batch.End;
        }

        return position;
    }

    private static byte[] Changed(Change change)
    {
        var names = Kinds.Where(kind => (change & kind) != 0).Select(kind => $"\"{JsonNamingPolicy.CamelCase.ConvertName($"{kind}")}\"");
        return Encoding.UTF8.GetBytes($"event: changed\ndata: {{\"what\":[{string.Join(',', names)}]}}\n\n");
    }

    private static async ValueTask SendAsync(HttpContext context, ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken)
    {
        await context.Response.Body.WriteAsync(utf8, cancellationToken).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
