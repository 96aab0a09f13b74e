using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Payouts;

public sealed class When_a_payout_fails_at_any_moment(Lanes lanes, ITestOutputHelper output) : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task It_is_posted_once_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new ReconciledPayout(), Place.VendorCall, form, sampled: 3);

    [Theory]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledAfter)]
    public Task It_is_taken_back_once_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new FailedPayout(), Place.VendorCall, form, sampled: 3);

    [Theory]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task Nor_does_the_nth_write_matter(Form form) => SurvivesAsync(() => new ReconciledPayout(), Place.Write, form, sampled: 8);
}
