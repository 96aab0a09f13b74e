using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.MasterData;

public sealed class When_a_decision_fails_at_any_moment(Lanes lanes, ITestOutputHelper output)
    : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task It_is_carried_out_once_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new TwoDecisions(), Place.VendorCall, form, sampled: 3);

    [Theory]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task It_is_carried_out_once_after_the_nth_write(Form form) =>
        SurvivesAsync(() => new TwoDecisions(), Place.Write, form, sampled: 9);
}
