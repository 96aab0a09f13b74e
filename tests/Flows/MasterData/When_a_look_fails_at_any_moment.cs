using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.MasterData;

public sealed class When_a_look_fails_at_any_moment(Lanes lanes, ITestOutputHelper output) : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task There_is_one_record_a_key_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new OneLook(), Place.VendorCall, form, sampled: 5);

    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task There_is_one_record_a_key_after_the_nth_write(Form form) =>
        SurvivesAsync(() => new OneLook(), Place.Write, form, sampled: 11);
}
