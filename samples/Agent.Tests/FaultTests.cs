namespace Agent.Tests;

/// <summary>Proves that the tests of the agent find what they are for: each planted fault fails exactly one of them.</summary>
public sealed class FaultTests
{
    private static readonly Dictionary<string, Func<AgentPolicy, AgentPolicy>> Faults = new()
    {
        [nameof(AgentTests.A_post_whose_response_is_lost_is_not_sent_again)] = Fault.DoublePost,
        [nameof(AgentTests.A_release_is_posted_for_the_artist_and_not_for_the_label)] = Fault.WrongAccount,
        [nameof(AgentTests.Nothing_is_posted_that_a_person_has_refused)] = Fault.WriteWithoutApproval,
        [nameof(AgentTests.A_parameter_that_the_model_invents_never_reaches_the_API)] = Fault.InventedParameter,
        [nameof(AgentTests.An_account_that_is_not_connected_ends_the_run_with_the_address_to_connect_it)] = Fault.NotConnected,
        [nameof(AgentTests.A_result_that_is_too_large_is_cut_before_the_model_gets_it)] = Fault.TooLargeAResult,
    };

    private static readonly Dictionary<string, Func<AgentTests, ApiBehavior, Task>> Tests = typeof(AgentTests).GetMethods()
        .Where(method => method.IsDefined(typeof(TheoryAttribute), inherit: false))
        .ToDictionary(method => method.Name, method => method.CreateDelegate<Func<AgentTests, ApiBehavior, Task>>());

    public static TheoryData<string> Names => [.. Faults.Keys];

    // The deployed server does not check parameters (D5). Where the documented one refuses an invented parameter, no agent has to.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_planted_fault_fails_exactly_its_test(string test)
    {
        var failed = new List<string>();
        foreach (var (name, run) in Tests)
        {
            try
            {
                await run(new AgentTests { Plant = Faults[test] }, ApiBehavior.Deployed);
            }
            catch (Exception failure) when (failure is ShouldAssertException or RecoupEmulatorException)
            {
                failed.Add(name);
                TestContext.Current.TestOutputHelper!.WriteLine($"{name}: {failure.Message}");
            }
        }

        failed.ShouldBe([test]);
    }

    [Fact]
    public void Every_test_but_that_of_a_good_run_has_its_fault() =>
        Tests.Keys.Except(Faults.Keys).ShouldBe([nameof(AgentTests.A_release_is_posted_and_recorded)]);
}
