namespace Recoup.Emulator.Tests.Hosts;

/// <summary>The context of a thread that blocks: nobody reads its queue.</summary>
internal sealed class Unpumped : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state)
    {
        // Nobody reads the queue, because the thread waits.
    }

    /// <summary>Runs code on a thread with such a context, and fails if it does not end.</summary>
    public static void Run(Action code)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            SetSynchronizationContext(new Unpumped());
            try
            {
                code();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        });

        thread.Start();

        thread.Join(TimeSpan.FromSeconds(30)).ShouldBeTrue("the call has not ended");
        failure.ShouldBeNull();
    }
}
