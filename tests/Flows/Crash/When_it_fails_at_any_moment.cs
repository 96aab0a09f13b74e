using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Crash;

public sealed class When_it_fails_at_any_moment(Lanes lanes, ITestOutputHelper output) : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task There_is_one_of_everything_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new OneOrder(), Place.VendorCall, form, sampled: 4);

    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task There_is_one_of_everything_after_the_nth_write(Form form) =>
        SurvivesAsync(() => new OneOrder(), Place.Write, form, sampled: 10);
}
