using System.Net;

namespace Recoup.Typed.Tests.Errors;

public sealed class MayHaveExecutedTests
{
    [Theory]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    [InlineData(302, false)]
    [InlineData(303, true)]
    [InlineData(307, false)]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(408, true)]
    [InlineData(409, false)]
    [InlineData(413, false)]
    [InlineData(429, false)]
    [InlineData(451, false)]
    [InlineData(499, true)]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(504, true)]
    public void A_status_below_500_means_that_nothing_was_executed(int status, bool mayHave) =>
        RecoupClient.MayHaveExecuted(new RecoupException("It failed.") { StatusCode = (HttpStatusCode)status }).ShouldBe(mayHave);

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.SecureConnectionError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.InvalidResponse, true)]
    [InlineData(HttpRequestError.Unknown, true)]
    public void Without_a_connection_nothing_was_executed(HttpRequestError error, bool mayHave) =>
        RecoupClient.MayHaveExecuted(new HttpRequestException(error)).ShouldBe(mayHave);

    public static TheoryData<Exception, bool> Others => new()
    {
        { new ActionFailedException("It says so."), true },
        { new TaskCanceledException("Too long.", new TimeoutException()), true },
        { new OperationCanceledException(), true },
        { new IOException("Reset."), true },
        { new InvalidOperationException("Sent twice.", new RecoupException("It failed.") { StatusCode = (HttpStatusCode)409 }), false },
        { new InvalidOperationException("Sent twice.", new HttpRequestException(HttpRequestError.ResponseEnded)), true },
        { new InvalidOperationException("Something else."), true },
        { new InvalidOperationException("A handler failed.", new ArgumentException("After the response.")), true },
        { new TimeoutException(), true },
        { new AggregateException(new HttpRequestException(HttpRequestError.ConnectionError)), true },
        { new ArgumentException("No call."), false },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void If_it_is_not_known_the_action_may_have_been_executed(Exception failure, bool mayHave) =>
        RecoupClient.MayHaveExecuted(failure).ShouldBe(mayHave);
}
