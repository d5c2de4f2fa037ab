using Recoup.Contracts.Live;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Outcomes;

namespace Recoup.Contracts.Tests.Live;

public sealed class ObservationTests
{
    [Fact]
    public void An_unknown_response_is_found_at_its_probe_request_and_action()
    {
        var step = new ProbeStep("P20") { Case = ProbeCase.UnconnectedAction, Name = "an action that is not connected", Slug = "A_B" };
        var observation = new Observation(null, ObservedBehavior.Other, step, "POST /api/connectors/actions", "it returned 418", "404");

        var finding = ObservationJudge.Judge([observation], new VerifyOptions()).Single();

        finding.Pointer.ShouldBe("/P20/UnconnectedAction/A_B");
        finding.Message.ShouldBe("P20 (an action that is not connected: A_B): expected 404");
    }
}
