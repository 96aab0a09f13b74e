using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.ZohoCrm;

public sealed class When_changes_come_at_a_bad_moment(Lanes lanes, ITestOutputHelper output) : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task They_are_heard_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new FollowedAccount(), Place.VendorCall, form, sampled: 2);

    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task They_are_heard_after_the_nth_write(Form form) =>
        SurvivesAsync(() => new FollowedAccount(), Place.Write, form, sampled: 17);
}
