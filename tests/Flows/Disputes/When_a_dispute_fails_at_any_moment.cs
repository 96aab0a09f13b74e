using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Disputes;

public sealed class When_a_dispute_fails_at_any_moment(Lanes lanes, ITestOutputHelper output) : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task It_is_posted_once_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new LostDispute(), Place.VendorCall, form, sampled: 4);

    [Theory]
    [InlineData(Form.KilledAfter)]
    public Task Nor_does_the_nth_write_matter(Form form) => SurvivesAsync(() => new LostDispute(), Place.Write, form, sampled: 24);
}
